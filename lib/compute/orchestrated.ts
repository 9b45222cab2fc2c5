import {
  OrchestratedVirtualMachineScaleSet,
  type OrchestratedVirtualMachineScaleSetConfig,
} from "@cdktf/provider-azurerm/lib/orchestrated-virtual-machine-scale-set";
import type { Construct } from "constructs";
import { UBUNTU, WINDOWS_SERVER } from "./images";

export function createOrchestratedScaleSet(
  scope: Construct,
  id: string,
  config: OrchestratedVirtualMachineScaleSetConfig,
): OrchestratedVirtualMachineScaleSet {
  const image = config.osProfile?.linuxConfiguration ? UBUNTU : WINDOWS_SERVER;
  return new OrchestratedVirtualMachineScaleSet(scope, id, {
    ...(config.sourceImageId === undefined ? { sourceImageReference: image } : {}),
    ...config,
  });
}
