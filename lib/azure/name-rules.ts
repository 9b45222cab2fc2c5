/** What Azure, and azurerm where it is stricter, accepts as a name. Character sets are the inside of a `[...]`. */
export interface NameRule {
  readonly min: number;
  readonly max: number;
  readonly chars: string;
  readonly first: string;
  readonly last: string;
  /** Whether digits alone are refused. */
  readonly notOnlyDigits?: boolean;
  /** Text that may stand nowhere in a name, although its characters may. */
  readonly without?: string;
  /** Names that are refused as a whole, in exactly this case. */
  readonly reserved?: ReadonlySet<string>;
  /** Names, in small letters, that are refused as a whole in any case. */
  readonly reservedInAnyCase?: ReadonlySet<string>;
  /** The rule for a person. */
  readonly allowed: string;
  readonly source: string;
}

const ALPHANUMERIC = "A-Za-z0-9";
const RESOURCE_NAME_RULES = "Azure, Naming rules and restrictions for Azure resources";

export const USER_ASSIGNED_IDENTITY_NAME: NameRule = {
  min: 3,
  max: 128,
  chars: "A-Za-z0-9_-",
  first: ALPHANUMERIC,
  last: "A-Za-z0-9_-",
  allowed: "3-128 of A-Z a-z 0-9 - _, first a letter or digit",
  source: `${RESOURCE_NAME_RULES}, Microsoft.ManagedIdentity`,
};

/** The limit for identities attached to virtual machines and scale sets. Azure documents it and does not enforce it. */
export const ATTACHED_IDENTITY_NAME_LIMIT = 24;

export const VIRTUAL_MACHINE_NAME: NameRule = {
  min: 1,
  max: 64,
  chars: "A-Za-z0-9._-",
  first: ALPHANUMERIC,
  last: "A-Za-z0-9_",
  notOnlyDigits: true,
  allowed: "1-64 of A-Z a-z 0-9 . _ -, first a letter or digit, last a letter, digit or _, not digits alone",
  source: `${RESOURCE_NAME_RULES}, Microsoft.Compute; azurerm, VirtualMachineName`,
};

export const LINUX_COMPUTER_NAME: NameRule = {
  min: 1,
  max: 64,
  chars: "A-Za-z0-9.-",
  first: ALPHANUMERIC,
  last: ALPHANUMERIC,
  allowed: "1-64 of A-Z a-z 0-9 . -, first and last a letter or digit",
  source: `${RESOURCE_NAME_RULES}, Microsoft.Compute; azurerm, LinuxComputerNameFull`,
};

export const WINDOWS_COMPUTER_NAME: NameRule = {
  min: 1,
  max: 15,
  chars: "A-Za-z0-9-",
  first: ALPHANUMERIC,
  last: ALPHANUMERIC,
  notOnlyDigits: true,
  allowed: "1-15 of A-Z a-z 0-9 -, first and last a letter or digit, not digits alone",
  source: `${RESOURCE_NAME_RULES}, Microsoft.Compute; azurerm, WindowsComputerNameFull`,
};

export const SCALE_SET_NAME: NameRule = {
  ...VIRTUAL_MACHINE_NAME,
  source: `${RESOURCE_NAME_RULES}, Microsoft.Compute (virtualMachineScaleSets); azurerm, VirtualMachineName`,
};

/** Azure writes the number of the instance behind it. */
export const LINUX_COMPUTER_NAME_PREFIX: NameRule = {
  ...LINUX_COMPUTER_NAME,
  max: 58,
  last: "A-Za-z0-9-",
  allowed: "1-58 of A-Z a-z 0-9 . -, first a letter or digit, last not a dot",
  source: "azurerm, LinuxComputerNamePrefix",
};

export const WINDOWS_COMPUTER_NAME_PREFIX: NameRule = {
  ...WINDOWS_COMPUTER_NAME,
  max: 9,
  last: "A-Za-z0-9-",
  allowed: "1-9 of A-Z a-z 0-9 -, first a letter or digit, not digits alone",
  source: "azurerm, WindowsComputerNamePrefix",
};

const NETWORK_NAME: NameRule = {
  min: 1,
  max: 80,
  chars: "A-Za-z0-9._-",
  // Azure's page asks for a letter or digit; its service, in the error that it answers with, for a word character.
  first: "A-Za-z0-9_",
  last: "A-Za-z0-9_",
  allowed: "1-80 of A-Z a-z 0-9 . _ -, first and last a letter, digit or _",
  source: `${RESOURCE_NAME_RULES}, Microsoft.Network`,
};

const VIRTUAL_NETWORK_NAME: NameRule = {
  ...NETWORK_NAME,
  min: 2,
  max: 64,
  allowed: "2-64 of A-Z a-z 0-9 . _ -, first and last a letter, digit or _",
};

const DISK_NAME: NameRule = {
  ...NETWORK_NAME,
  first: ALPHANUMERIC,
  allowed: "1-80 of A-Z a-z 0-9 . _ -, first a letter or digit, last a letter, digit or _",
  source: `${RESOURCE_NAME_RULES}, Microsoft.Compute`,
};

export const RESOURCE_GROUP_NAME: NameRule = {
  min: 1,
  max: 90,
  chars: "A-Za-z0-9._()-",
  first: "A-Za-z0-9._()-",
  last: "A-Za-z0-9_()-",
  allowed: "1-90 of A-Z a-z 0-9 . _ ( ) -, last not a dot",
  source: "azurerm, resource group (ValidateName; Azure itself takes letters of any script)",
};

const KEY_VAULT_NAME: NameRule = {
  min: 3,
  max: 24,
  chars: "A-Za-z0-9-",
  first: "A-Za-z",
  last: ALPHANUMERIC,
  without: "--",
  allowed: "3-24 of A-Z a-z 0-9 -, first a letter, last a letter or digit, no two - in a row",
  source: `${RESOURCE_NAME_RULES}, Microsoft.KeyVault; azurerm, VaultName`,
};

const STORAGE_ACCOUNT_NAME: NameRule = {
  min: 3,
  max: 24,
  chars: "a-z0-9",
  first: "a-z0-9",
  last: "a-z0-9",
  allowed: "3-24 of a-z 0-9",
  source: `${RESOURCE_NAME_RULES}, Microsoft.Storage; azurerm, StorageAccountName`,
};

const FEDERATED_CREDENTIAL_NAME: NameRule = {
  ...USER_ASSIGNED_IDENTITY_NAME,
  max: 120,
  allowed: "3-120 of A-Z a-z 0-9 - _, first a letter or digit",
  source: "Azure, Important considerations for workload identity federation",
};

const ANY_BUT_LOCK_PUNCTUATION = " -$'-.0-9;=@-\\[\\]-~\\u{a0}-\\u{10ffff}";

/** Wider than Azure's page of naming rules, which stops at 90: its REST API and azurerm take these. */
const LOCK_NAME: NameRule = {
  min: 1,
  max: 259,
  chars: ANY_BUT_LOCK_PUNCTUATION,
  first: ANY_BUT_LOCK_PUNCTUATION,
  last: ANY_BUT_LOCK_PUNCTUATION,
  allowed: "1-259 characters, none of < > % & : \\ ? / and no control characters",
  source: "Azure, Management Locks REST API (lockName); azurerm, ManagementLockName",
};

/** What azurerm types call their name, and what it may be; those with a rule of the library's own are not here. */
export const RESOURCE_NAMES: Readonly<Record<string, { readonly noun: string; readonly rule: NameRule }>> = {
  azurerm_federated_identity_credential: { noun: "federated credential", rule: FEDERATED_CREDENTIAL_NAME },
  azurerm_key_vault: { noun: "key vault", rule: KEY_VAULT_NAME },
  azurerm_managed_disk: { noun: "managed disk", rule: DISK_NAME },
  azurerm_management_lock: { noun: "management lock", rule: LOCK_NAME },
  azurerm_network_interface: { noun: "network interface", rule: NETWORK_NAME },
  azurerm_network_security_group: { noun: "network security group", rule: NETWORK_NAME },
  azurerm_public_ip: { noun: "public IP", rule: NETWORK_NAME },
  azurerm_resource_group: { noun: "resource group", rule: RESOURCE_GROUP_NAME },
  azurerm_storage_account: { noun: "storage account", rule: STORAGE_ACCOUNT_NAME },
  azurerm_subnet: { noun: "subnet", rule: NETWORK_NAME },
  azurerm_virtual_network: { noun: "virtual network", rule: VIRTUAL_NETWORK_NAME },
};
