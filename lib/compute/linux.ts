import { LinuxVirtualMachine } from "@cdktf/provider-azurerm/lib/linux-virtual-machine";
import type { Construct } from "constructs";
import { UBUNTU } from "./images";
import { linuxLogin } from "./linux-login";
import type { MachineConfig } from "./machine-config";
import type { LinuxProps } from "./operating-system-props";

export function createLinuxMachine(
  scope: Construct,
  id: string,
  config: MachineConfig,
  props: LinuxProps,
): LinuxVirtualMachine {
  return new LinuxVirtualMachine(scope, id, {
    ...(config.sourceImageId === undefined ? { sourceImageReference: UBUNTU } : {}),
    ...config,
    ...linuxLogin(props),
  });
}
