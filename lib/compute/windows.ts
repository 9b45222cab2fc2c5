import { WindowsVirtualMachine } from "@cdktf/provider-azurerm/lib/windows-virtual-machine";
import type { Construct } from "constructs";
import type { MachineConfig } from "./machine-config";
import type { WindowsProps } from "./operating-system-props";

/** Windows Server 2022 in the edition for Azure, on generation 2 machines. */
const WINDOWS_SERVER = {
  publisher: "MicrosoftWindowsServer",
  offer: "WindowsServer",
  sku: "2022-datacenter-azure-edition",
  version: "latest",
};

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
