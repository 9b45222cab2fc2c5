/** What the rules leave out, with the reason. */
export const NOT_CHECKED: readonly (readonly [string, string])[] = [
  ["a principal id that equals a known client id", "client ids are known to Azure alone until the apply"],
  ["federated credentials", "not yet"],
  [
    "what a condition says, and whether an action of a role exists",
    "Azure's language and its list of operations change without azurerm: their form is checked, and the rest at apply",
  ],
  [
    "which subscriptions a management group holds",
    "no id tells: bindings and assignable scopes at management groups are compared with nothing below them",
  ],
  ["operators that a condition may not use with a role's data actions", "not yet"],
  ["what the deployer may do", "not yet"],
  [
    "quotas such as 4,000 role assignments per subscription",
    "what exists in Azure beside the app is not known",
  ],
];
