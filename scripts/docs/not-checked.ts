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
    "how many role assignments a subscription has already",
    "what exists in Azure beside the app is not known: those of the app are counted",
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
  [
    "a role that an identity has twice, by itself and through a group",
    "who else is in a group, and which roles it has beside the app, is known to Entra and Azure alone",
  ],
  ["the isolation scope of an identity", "azurerm 4.55 has no argument for it"],
  [
    "assignments of Privileged Identity Management and of the marketplace",
    "not yet: azurerm_role_assignment alone is read",
  ],
  [
    "the regions in which no federated credential can be made",
    "Azure's list of them shrinks: what it says today is wrong for you tomorrow",
  ],
  [
    "federated credentials of one identity that two stacks write at the same time",
    "the order in which stacks are deployed is not in what they say",
  ],
  [
    "a lock and role bindings in two stacks of which neither reads from the other, directly or through others",
    "addDependency and applyBefore may order the stacks, or nothing: that is not in what they say",
  ],
  [
    "the role for a key of what else can be encrypted with one than a disk encryption set",
    "each type has arguments of its own, and some wait for the role by themselves",
  ],
  [
    "what a scale set needs to use another identity than it has",
    "who attaches an identity is the deployer, whose roles are not in what a stack says",
  ],
  [
    "a role for the identities of other resources than machines and scale sets",
    "some get it from Azure, as clusters do, and some need none for what they use their identity for",
  ],
  [
    "what the deployer may do where none is declared",
    "who applies a stack, and with which roles, is not in what it says: Deployer.of tells",
  ],
];
