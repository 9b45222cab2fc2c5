import { all, type Check, type Checks, matches, matchesNot } from "./check";

/** Source: go-azure-helpers, resourcegroups.ValidateName. */
export const resourceGroupName: Check = all(
  matches(/./, "cannot be blank"),
  matches(/^.{0,90}$/s, "may not exceed 90 characters in length"),
  matchesNot(/\.$/, "may not end with a period"),
  matches(
    /^[-\w._()]+$/,
    "may only contain alphanumeric characters, dash, underscores, parentheses and periods",
  ),
);

/** Arguments that mean the same wherever azurerm has them. Source: go-azure-helpers, commonschema. */
export const COMMON: Checks = {
  resource_group_name: resourceGroupName,
  location: (value, key) =>
    value.trim() === "" ? `expected "${key}" to not be an empty string, got ${value}` : undefined,
};
