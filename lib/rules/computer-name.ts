import {
  LINUX_COMPUTER_NAME,
  LINUX_COMPUTER_NAME_PREFIX,
  type NameRule,
  VIRTUAL_MACHINE_NAME,
  WINDOWS_COMPUTER_NAME,
  WINDOWS_COMPUTER_NAME_PREFIX,
} from "../azure/name-rules";
import { VIRTUAL_MACHINE_TYPES } from "../model/host";
import { argument, follow } from "../model/model";
import { nameMessage } from "./name-message";
import { nameProblems } from "./name-problems";
import type { Rule } from "./rule";

const RULE_OF_TYPE: Readonly<Record<string, NameRule>> = {
  azurerm_linux_virtual_machine: LINUX_COMPUTER_NAME,
  azurerm_windows_virtual_machine: WINDOWS_COMPUTER_NAME,
  azurerm_linux_virtual_machine_scale_set: LINUX_COMPUTER_NAME_PREFIX,
  azurerm_windows_virtual_machine_scale_set: WINDOWS_COMPUTER_NAME_PREFIX,
};

const OF_MACHINE = {
  argument: "computer_name",
  prop: "computerName",
  noun: "computer name",
  machine: "virtual machine",
};
const OF_SCALE_SET = {
  argument: "computer_name_prefix",
  prop: "computerNamePrefix",
  noun: "computer name prefix",
  machine: "scale set",
};

export const computerName: Rule = {
  id: "computer-name",
  title:
    "the computer name of a virtual machine, or the prefix of those of a scale set, is a legal host name; unless given " +
    "it is the name of the resource",
  why: "azurerm looks at a computer name that it takes from the resource's name only at apply",
  source: `${LINUX_COMPUTER_NAME.source} and WindowsComputerNameFull, each also as a prefix`,
  level: "error",
  rawLevel: "error",
  check: (model) =>
    model.entries.flatMap((entry) => {
      const rule = entry.isData ? undefined : RULE_OF_TYPE[entry.type];
      if (!rule || entry.values.os_managed_disk_id !== undefined) return [];
      const words = VIRTUAL_MACHINE_TYPES.has(entry.type) ? OF_MACHINE : OF_SCALE_SET;
      const given = follow(model, argument(model, entry, words.argument));
      const name = follow(model, argument(model, entry, "name"));
      const isNameBad = !given && name !== undefined && nameProblems(VIRTUAL_MACHINE_NAME, name).length > 0;
      if (isNameBad && words === OF_MACHINE) return [];
      const subject = given ? words.noun : `${words.noun}, taken from the name of the ${words.machine},`;
      const fix = `${given ? "change" : "set"} ${words.prop}`;
      const message = nameMessage(rule, subject, given ?? name, fix);
      if (!message) return [];
      // A machine that exists has a computer name, which the program of its owner need not repeat.
      return [given ? { entry, message } : { entry, message, rawLevel: "warning" }];
    }),
};
