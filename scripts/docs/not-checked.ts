/** What the rules leave out, with the reason. */
export const NOT_CHECKED: readonly (readonly [string, string])[] = [
  ["a principal id that equals a known client id", "client ids are known to Azure alone until the apply"],
  [
    "what a condition says, and whether an action of a role exists",
    "Azure's language and its list of operations change without azurerm: their form is checked, and the rest at apply",
  ],
  [
    "which subscriptions a management group holds",
    "no id tells: bindings and assignable scopes at management groups are compared with nothing below them",
  ],
  [
    "quotas such as 4,000 role assignments per subscription",
    "what exists in Azure beside the app is not known",
  ],
  [
    "Contributor at a subscription or a management group",
    "it gives out no roles; whether it is too wide is for the team to say",
  ],
  [
    "a description or condition that changes between applies, and so replaces the grant",
    "nothing in the JSON tells which values change",
  ],
  [
    "a custom role of the app that is bound by its name",
    "it works, though it waits for no one: CustomRole binds by reference",
  ],
  [
    "the identity of a customer-managed key among the attached ones",
    "each type has an argument of its own for it",
  ],
  ["the isolation scope of an identity", "azurerm 4.55 has no argument for it"],
  [
    "assignments of Privileged Identity Management and of the marketplace",
    "not yet: azurerm_role_assignment alone is read",
  ],
  ["federated credentials, locks, Key Vaults and what roles other features need", "not yet"],
  ["operators that a condition may not use with a role's data actions", "not yet"],
  ["what the deployer may do", "not yet"],
];
