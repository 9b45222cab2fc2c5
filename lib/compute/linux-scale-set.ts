import { LinuxVirtualMachineScaleSet } from "@cdktf/provider-azurerm/lib/linux-virtual-machine-scale-set";
import type { Construct } from "constructs";
import { UBUNTU } from "./images";
import { linuxLogin } from "./linux-login";
import type { LinuxProps } from "./operating-system-props";
import type { ScaleSetConfig } from "./scale-set-config";

export function createLinuxScaleSet(
  scope: Construct,
  id: string,
  config: ScaleSetConfig,
  props: LinuxProps,
): LinuxVirtualMachineScaleSet {
  return new LinuxVirtualMachineScaleSet(scope, id, {
    ...(config.sourceImageId === undefined ? { sourceImageReference: UBUNTU } : {}),
    ...config,
    ...linuxLogin(props),
  });
}
