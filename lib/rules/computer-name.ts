import { LINUX_COMPUTER_NAME, type NameRule, VIRTUAL_MACHINE_NAME } from "../azure/name-rules";
import { argument, follow } from "../model/model";
import { nameMessage } from "./name-message";
import { nameProblems } from "./name-problems";
import type { Rule } from "./rule";

const RULE_OF_TYPE: Readonly<Record<string, NameRule>> = {
  azurerm_linux_virtual_machine: LINUX_COMPUTER_NAME,
};

export const computerName: Rule = {
  id: "computer-name",
  title: "the computer name of a virtual machine, which is its name unless given, is a legal host name",
  why: "azurerm looks at a computer name that it takes from the machine's name only at apply",
  source: LINUX_COMPUTER_NAME.source,
  level: "error",
  rawLevel: "error",
  check: (model) =>
    model.entries.flatMap((entry) => {
      const rule = entry.isData ? undefined : RULE_OF_TYPE[entry.type];
      if (!rule || entry.values.os_managed_disk_id !== undefined) return [];
      const given = follow(model, argument(model, entry, "computer_name"));
      const name = follow(model, argument(model, entry, "name"));
      const isNameBad = !given && name !== undefined && nameProblems(VIRTUAL_MACHINE_NAME, name).length > 0;
      if (isNameBad) return [];
      const subject = given ? "computer name" : "computer name, taken from the name of the virtual machine,";
      const message = nameMessage(
        rule,
        subject,
        given ?? name,
        given ? "change computerName" : "set computerName",
      );
      return message ? [{ entry, message }] : [];
    }),
};
