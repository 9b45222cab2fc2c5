import { all, type Check, matches, matchesNot } from "./check";
import { atMost } from "./sdk";

const notBlank = matches(/\S/, "must not be empty");

/** Source: azurerm, internal/services/compute/validate, VirtualMachineName. */
export const virtualMachineName: Check = all(
  notBlank,
  atMost(80),
  matches(/^[a-zA-Z0-9._-]+$/, "may only contain alphanumeric characters, dots, dashes and underscores"),
  matches(/^[a-zA-Z0-9]/, "must begin with an alphanumeric character"),
  matches(/\w$/, "must end with an alphanumeric character or underscore"),
  matchesNot(/^\d+$/, "cannot contain only numbers"),
);

const LINUX_SPECIAL = "\\/\"[]:|<>+=;,?*@&~!#$%^()_{}'";

/** Source: azurerm, internal/services/compute/validate, LinuxComputerName. */
function linuxName(limit: number, mayEndWithDash: boolean): Check {
  return all(
    notBlank,
    atMost(limit),
    matchesNot(/^_/, "cannot begin with an underscore"),
    matchesNot(/\.$/, "cannot end with a period"),
    mayEndWithDash ? () => undefined : matchesNot(/-$/, "cannot end with a dash"),
    (value, key) =>
      [...LINUX_SPECIAL].some((each) => value.includes(each))
        ? `"${key}" cannot contain the special characters: \`${LINUX_SPECIAL}\``
        : undefined,
  );
}

/** Source: azurerm, internal/services/compute/validate, WindowsComputerName. */
function windowsName(limit: number, mayEndWithDash: boolean): Check {
  return all(
    notBlank,
    atMost(limit),
    matches(/^[a-zA-Z0-9-]+$/, "may only contain alphanumeric characters and dashes"),
    matchesNot(/^\d+$/, "cannot contain only numbers"),
    mayEndWithDash ? () => undefined : matchesNot(/-$/, "cannot end with a dash"),
  );
}

export const COMPUTER_NAME = { linux: linuxName(64, false), windows: windowsName(15, false) };
export const COMPUTER_NAME_PREFIX = { linux: linuxName(58, true), windows: windowsName(9, true) };

const SUBNET = [
  ...["subscriptions", "", "resourceGroups", "", "providers", "Microsoft.Network"],
  ...["virtualNetworks", "", "subnets", ""],
];

/** Names of segments in exactly this case. Source: go-azure-helpers, commonids.ValidateSubnetID. */
export const subnetId: Check = (value) => {
  const segments = value.replace(/^\//, "").replace(/\/$/, "").split("/");
  const isSubnet = SUBNET.every((name, at) => (name === "" ? segments[at] : segments[at] === name));
  if (isSubnet && segments.length === SUBNET.length) return undefined;
  return `parsing "${value}": parsing the Subnet ID`;
};
