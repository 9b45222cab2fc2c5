import {
  VirtualMachineRunCommand,
  type VirtualMachineRunCommandConfig,
} from "@cdktf/provider-azurerm/lib/virtual-machine-run-command";
import type { Construct } from "constructs";
import { own } from "../synth/marks";

/** Makes the run command of a check. */
export function createRunCommand(
  scope: Construct,
  id: string,
  config: VirtualMachineRunCommandConfig,
): VirtualMachineRunCommand {
  return own(new VirtualMachineRunCommand(scope, id, config));
}
