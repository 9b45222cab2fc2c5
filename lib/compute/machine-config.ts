import type { LinuxVirtualMachineConfig } from "@cdktf/provider-azurerm/lib/linux-virtual-machine";

/** Arguments that the resources of all operating systems share. */
export type MachineConfig = Omit<
  LinuxVirtualMachineConfig,
  "adminUsername" | "adminPassword" | "adminSshKey"
>;
