import { VIRTUAL_MACHINE_NAME } from "../azure/name-rules";
import { VIRTUAL_MACHINE_TYPES } from "../model/host";
import { argument, follow } from "../model/model";
import { resourcesOf } from "../model/resources-of";
import { nameMessage } from "./name-message";
import type { Rule } from "./rule";

export const virtualMachineName: Rule = {
  id: "virtual-machine-name",
  title: "the name of a virtual machine is one that azurerm and Azure accept",
  why: "azurerm takes 80 characters and Azure 64: what lies between passes the plan and fails at apply",
  source: VIRTUAL_MACHINE_NAME.source,
  level: "error",
  rawLevel: "error",
  check: (model) =>
    resourcesOf(model, (type) => VIRTUAL_MACHINE_TYPES.has(type)).flatMap((entry) => {
      const name = follow(model, argument(model, entry, "name"));
      const message = nameMessage(VIRTUAL_MACHINE_NAME, "virtual machine name", name, "change the name");
      return message ? [{ entry, message }] : [];
    }),
};
