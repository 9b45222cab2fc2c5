import { isArm64Size } from "../azure/arm64-size";
import { statedText } from "../model/model";
import { machineOfCommand, runCommandsOf } from "../model/verification";
import type { Rule } from "./rule";

export const runCommandArm64: Rule = {
  id: "run-command-arm64",
  title: "a run command is for a Linux machine with an x64 processor, or for Windows",
  why: "Azure supports managed run commands on no distribution of Linux for ARM64: the apply waits, and fails",
  source:
    "Azure, Run scripts in your Linux VM by using managed run commands (Linux distributions supported); Virtual machine " +
    "sizes naming conventions (p: ARM-based processor)",
  level: "warning",
  rawLevel: "warning",
  check: (model) =>
    runCommandsOf(model).flatMap((entry) => {
      const machine = machineOfCommand(model, entry);
      if (machine?.type !== "azurerm_linux_virtual_machine") return [];
      const size = statedText(model, machine, "size");
      if (size === undefined || !isArm64Size(size)) return [];
      const message =
        `the run command is for ${machine.path} of size "${size}", which has an ARM64 processor; allowed are Linux ` +
        "machines with an x64 processor; take a size without p, for example Standard_D2s_v5, or check from another machine";
      return [{ entry, message }];
    }),
};
