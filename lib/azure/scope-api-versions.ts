/** Versions of Resource Manager's own API that read a scope which is no resource of a provider. */
export const SCOPE_API_VERSIONS = {
  subscription: "2022-12-01",
  resourceGroup: "2021-04-01",
  managementGroup: "2020-05-01",
} as const;
