import type { LinuxVirtualMachineConfig } from "@cdktf/provider-azurerm/lib/linux-virtual-machine";
import type { WindowsVirtualMachineConfig } from "@cdktf/provider-azurerm/lib/windows-virtual-machine";

type Login = "adminUsername" | "adminPassword" | "adminSshKey";

/** Arguments that the resources of all operating systems share. */
export type MachineConfig = Omit<LinuxVirtualMachineConfig, Login> & Omit<WindowsVirtualMachineConfig, Login>;
