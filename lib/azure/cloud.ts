/** A cloud of Azure: what its own tools call `AzurePublicCloud` and so on. */
export type AzureCloud = "AzurePublic" | "AzureUSGovernment" | "AzureChina";
