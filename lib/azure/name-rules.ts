/** What Azure, and azurerm where it is stricter, accepts as a name. Character sets are the inside of a `[...]`. */
export interface NameRule {
  readonly min: number;
  readonly max: number;
  readonly chars: string;
  readonly first: string;
  readonly last: string;
  /** Whether digits alone are refused. */
  readonly notOnlyDigits?: boolean;
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
