import type { LinuxProps } from "./operating-system-props";

/** How a Linux machine is logged into, in azurerm's arguments. */
export function linuxLogin({
  adminUsername: username,
  adminPassword,
  sshPublicKey,
  additionalSshPublicKeys = [],
}: LinuxProps) {
  const keys = [...(sshPublicKey === undefined ? [] : [sshPublicKey]), ...additionalSshPublicKeys];
  return {
    adminUsername: username,
    adminPassword,
    disablePasswordAuthentication: adminPassword === undefined,
    ...(keys.length > 0 ? { adminSshKey: keys.map((publicKey) => ({ username, publicKey })) } : {}),
  };
}
