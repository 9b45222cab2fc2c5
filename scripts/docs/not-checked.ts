/** What the rules leave out, with the reason. */
export const NOT_CHECKED: readonly (readonly [string, string])[] = [
  ["a principal id that equals a known client id", "client ids are known to Azure alone until the apply"],
  [
    "lower-case `resourcegroups` in a raw identity id",
    "not yet; constructs here write such ids in the right case",
  ],
  ["computer names of Windows machines", "not yet, as there is no Windows machine here so far"],
  ["names of network interfaces, disks, groups, vaults and accounts", "not yet"],
  ["custom role definitions, conditions and federated credentials", "not yet"],
  ["what the deployer may do", "not yet"],
  [
    "quotas such as 4,000 role assignments per subscription",
    "what exists in Azure beside the app is not known",
  ],
];
