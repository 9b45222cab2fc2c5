import { WindowsVirtualMachine } from "@cdktf/provider-azurerm/lib/windows-virtual-machine";
import type { Construct } from "constructs";
import { WINDOWS_SERVER } from "./images";
import type { MachineConfig } from "./machine-config";
import type { WindowsProps } from "./operating-system-props";

export function createWindowsMachine(
  scope: Construct,
  id: string,
  config: MachineConfig,
  props: WindowsProps,
): WindowsVirtualMachine {
  return new WindowsVirtualMachine(scope, id, {
    ...(config.sourceImageId === undefined ? { sourceImageReference: WINDOWS_SERVER } : {}),
    ...config,
    ...props,
  });
}
