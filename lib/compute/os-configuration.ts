import type { OrchestratedVirtualMachineScaleSetOsProfile } from "@cdktf/provider-azurerm/lib/orchestrated-virtual-machine-scale-set";
import { linuxLogin } from "./linux-login";
import type { LinuxProps, WindowsProps } from "./operating-system-props";

/** The block of the operating system, in which scale sets with flexible orchestration have login and names. */
export type OsConfiguration = Pick<
  OrchestratedVirtualMachineScaleSetOsProfile,
  "linuxConfiguration" | "windowsConfiguration"
>;

export function linuxConfiguration(props: LinuxProps, computerNamePrefix?: string): OsConfiguration {
  return { linuxConfiguration: { ...linuxLogin(props), computerNamePrefix } };
}

export function windowsConfiguration(props: WindowsProps, computerNamePrefix?: string): OsConfiguration {
  const { automaticUpdatesEnabled: enableAutomaticUpdates, ...others } = props;
  return { windowsConfiguration: { ...others, enableAutomaticUpdates, computerNamePrefix } };
}
