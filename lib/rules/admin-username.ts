import { LINUX_ADMIN_USERNAME, WINDOWS_ADMIN_USERNAME } from "../azure/admin-username-rules";
import type { NameRule } from "../azure/name-rules";
import { argument, follow } from "../model/model";
import { nameMessage } from "./name-message";
import type { Rule } from "./rule";

const RULE_OF_TYPE: Readonly<Record<string, NameRule>> = {
  azurerm_linux_virtual_machine: LINUX_ADMIN_USERNAME,
  azurerm_windows_virtual_machine: WINDOWS_ADMIN_USERNAME,
};

export const adminUsername: Rule = {
  id: "admin-username",
  title: "the administrator of a virtual machine has a name that Azure does not reserve",
  why: "azurerm refuses it as well, but only when it plans",
  source: `${LINUX_ADMIN_USERNAME.source}; ${WINDOWS_ADMIN_USERNAME.source}`,
  level: "error",
  rawLevel: "error",
  check: (model) =>
    model.entries.flatMap((entry) => {
      const rule = entry.isData ? undefined : RULE_OF_TYPE[entry.type];
      if (!rule) return [];
      const name = follow(model, argument(model, entry, "admin_username"));
      const message = nameMessage(rule, "admin username", name, "change adminUsername");
      return message ? [{ entry, message }] : [];
    }),
};
