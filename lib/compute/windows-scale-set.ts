import { WindowsVirtualMachineScaleSet } from "@cdktf/provider-azurerm/lib/windows-virtual-machine-scale-set";
import type { Construct } from "constructs";
import { WINDOWS_SERVER } from "./images";
import type { WindowsProps } from "./operating-system-props";
import type { ScaleSetConfig } from "./scale-set-config";

export function createWindowsScaleSet(
  scope: Construct,
  id: string,
  config: ScaleSetConfig,
  { adminUsername, adminPassword, timezone, automaticUpdatesEnabled }: WindowsProps,
): WindowsVirtualMachineScaleSet {
  return new WindowsVirtualMachineScaleSet(scope, id, {
    ...(config.sourceImageId === undefined ? { sourceImageReference: WINDOWS_SERVER } : {}),
    ...config,
    adminUsername,
    adminPassword,
    timezone,
    enableAutomaticUpdates: automaticUpdatesEnabled,
  });
}
