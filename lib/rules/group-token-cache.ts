import { statedText } from "../model/model";
import { managedIdentityOf } from "../model/principal";
import type { Rule } from "./rule";

export const groupTokenCache: Rule = {
  id: "group-token-cache",
  title: "a managed identity gets roles of its own where a change has to take effect soon",
  why:
    "groups are claims in a token, and Azure keeps tokens of managed identities for around 24 hours: who joins or " +
    "leaves a group may wait that long, and nothing refreshes the token",
  source:
    "Azure, Managed identity best practice recommendations (limitation of using managed identities for authorization)",
  level: "information",
  rawLevel: "information",
  check: (model) =>
    model.groupMemberships.flatMap(({ entry, member }) => {
      const identity = managedIdentityOf(model, member);
      if (!identity && !entry.own) return [];
      const who = identity ? (statedText(model, identity, "name") ?? identity.path) : "a managed identity";
      const message =
        `${who} becomes a member of a group, which its tokens show after up to 24 hours; allowed is a change that can ` +
        "wait; bind the role to the identity itself where it cannot, or acknowledge this";
      return [{ entry, message }];
    }),
};
