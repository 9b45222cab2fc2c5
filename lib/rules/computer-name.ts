import {
  LINUX_COMPUTER_NAME,
  LINUX_COMPUTER_NAME_PREFIX,
  type NameRule,
  SCALE_SET_NAME,
  VIRTUAL_MACHINE_NAME,
  WINDOWS_COMPUTER_NAME,
  WINDOWS_COMPUTER_NAME_PREFIX,
} from "../azure/name-rules";
import { isMachineType, VIRTUAL_MACHINE_TYPES } from "../model/host";
import { readLinked } from "../model/link";
import { argument, follow } from "../model/model";
import { osConfiguration } from "../model/os-configuration";
import { resourcesOf } from "../model/resources-of";
import { nameMessage } from "./name-message";
import { nameProblems } from "./name-problems";
import type { Rule } from "./rule";

/** What the computer name of one kind of resource is called, and what it may be. */
interface Naming {
  readonly argument: string;
  readonly prop: string;
  readonly noun: string;
  readonly machine: string;
  readonly nameRule: NameRule;
  readonly ruleOf: { readonly linux: NameRule; readonly windows: NameRule };
}

const OF_MACHINE: Naming = {
  argument: "computer_name",
  prop: "computerName",
  noun: "computer name",
  machine: "virtual machine",
  nameRule: VIRTUAL_MACHINE_NAME,
  ruleOf: { linux: LINUX_COMPUTER_NAME, windows: WINDOWS_COMPUTER_NAME },
};
const OF_SCALE_SET: Naming = {
  argument: "computer_name_prefix",
  prop: "computerNamePrefix",
  noun: "computer name prefix",
  machine: "scale set",
  nameRule: SCALE_SET_NAME,
  ruleOf: { linux: LINUX_COMPUTER_NAME_PREFIX, windows: WINDOWS_COMPUTER_NAME_PREFIX },
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
    resourcesOf(model, isMachineType).flatMap((entry) => {
      const configuration = osConfiguration(entry);
      if (!configuration || entry.values.os_managed_disk_id !== undefined) return [];
      const { system, values } = configuration;
      const naming = VIRTUAL_MACHINE_TYPES.has(entry.type) ? OF_MACHINE : OF_SCALE_SET;
      const given = follow(model, readLinked(values[naming.argument], entry.stack, model.links));
      const name = follow(model, argument(model, entry, "name"));
      const isNameBad = !given && name !== undefined && nameProblems(naming.nameRule, name).length > 0;
      if (isNameBad) return [];
      const subject = given ? naming.noun : `${naming.noun}, taken from the name of the ${naming.machine},`;
      const fix = `${given ? "change" : "set"} ${naming.prop}`;
      const message = nameMessage(naming.ruleOf[system], subject, given ?? name, fix);
      if (!message) return [];
      // A machine that exists has a computer name, which the program of its owner need not repeat.
      return [given ? { entry, message } : { entry, message, rawLevel: "warning" }];
    }),
};
