import { USER_ASSIGNED_IDENTITY_NAME } from "../azure/name-rules";
import { follow } from "../model/model";
import { nameMessage } from "./name-message";
import type { Rule } from "./rule";

export const identityName: Rule = {
  id: "identity-name",
  title: "the name of a user-assigned identity is one that Azure accepts",
  why: "azurerm does not look at the name: a bad one passes the plan and fails at apply",
  source: USER_ASSIGNED_IDENTITY_NAME.source,
  level: "error",
  rawLevel: "error",
  check: (model) =>
    model.identities.flatMap(({ entry, name }) => {
      const given = follow(model, name);
      const message = nameMessage(USER_ASSIGNED_IDENTITY_NAME, "identity name", given, "change the name");
      return message ? [{ entry, message }] : [];
    }),
};
