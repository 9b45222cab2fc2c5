import type { LinuxVirtualMachineScaleSetConfig } from "@cdktf/provider-azurerm/lib/linux-virtual-machine-scale-set";
import type { WindowsVirtualMachineScaleSetConfig } from "@cdktf/provider-azurerm/lib/windows-virtual-machine-scale-set";

type Login = "adminUsername" | "adminPassword" | "adminSshKey";

/** Arguments that scale sets of all operating systems share. */
export type ScaleSetConfig = Omit<LinuxVirtualMachineScaleSetConfig, Login> &
  Omit<WindowsVirtualMachineScaleSetConfig, Login>;
