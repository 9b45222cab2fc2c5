/** What an extension of a virtual machine signs in as: the machine's own identity, or any that it has. */
type NeededIdentity = "system-assigned" | "any";

const LOGIN = "Microsoft.Azure.ActiveDirectory";
const MONITOR = "Microsoft.Azure.Monitor";
const CONFIGURATION = "Microsoft.GuestConfiguration";

/**
 * The identity that extensions need. Sources: Azure, Sign in to a virtual machine by using Microsoft Entra ID; Azure
 * Monitor agent requirements; Azure machine configuration prerequisites.
 */
const NEEDED: readonly (readonly [publisher: string, type: string, needed: NeededIdentity])[] = [
  [LOGIN, "AADSSHLoginForLinux", "system-assigned"],
  [LOGIN, "AADLoginForWindows", "system-assigned"],
  [MONITOR, "AzureMonitorLinuxAgent", "any"],
  [MONITOR, "AzureMonitorWindowsAgent", "any"],
  [CONFIGURATION, "ConfigurationforLinux", "system-assigned"],
  [CONFIGURATION, "ConfigurationforWindows", "system-assigned"],
];

/** The identity that an extension needs; publishers and types ignore case, as in Azure. */
export function neededIdentity(publisher: string, type: string): NeededIdentity | undefined {
  const isSame = (a: string, b: string) => a.toLowerCase() === b.toLowerCase();
  return NEEDED.find(([by, name]) => isSame(by, publisher) && isSame(name, type))?.[2];
}
