import { LinuxVirtualMachine } from "@cdktf/provider-azurerm/lib/linux-virtual-machine";
import type { Construct } from "constructs";
import type { MachineConfig } from "./machine-config";
import type { LinuxProps } from "./operating-system-props";

/** Ubuntu Server 24.04 LTS on generation 2 machines. */
const UBUNTU = { publisher: "Canonical", offer: "ubuntu-24_04-lts", sku: "server", version: "latest" };

export function createLinuxMachine(
  scope: Construct,
  id: string,
  config: MachineConfig,
  props: LinuxProps,
): LinuxVirtualMachine {
  const { adminUsername: username, adminPassword, sshPublicKey, additionalSshPublicKeys = [] } = props;
  const keys = [...(sshPublicKey === undefined ? [] : [sshPublicKey]), ...additionalSshPublicKeys];
  return new LinuxVirtualMachine(scope, id, {
    ...(config.sourceImageId === undefined ? { sourceImageReference: UBUNTU } : {}),
    ...config,
    adminUsername: username,
    adminPassword,
    disablePasswordAuthentication: adminPassword === undefined,
    ...(keys.length > 0 ? { adminSshKey: keys.map((publicKey) => ({ username, publicKey })) } : {}),
  });
}
