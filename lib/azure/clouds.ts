import type { AzureCloud } from "./cloud";

/** What a program on a machine has to know of its cloud. */
export interface CloudFacts {
  /** Where Resource Manager is, and with a slash at the end the resource that a token for it is asked for. */
  readonly resourceManager: string;
  /** What the instance metadata service calls the cloud. */
  readonly environment: string;
}

/** Sources: Azure, Azure Instance Metadata Service (azEnvironment); Azure Government and Azure China, endpoints. */
export const CLOUDS: { readonly [Cloud in AzureCloud]: CloudFacts } = {
  AzurePublic: { resourceManager: "https://management.azure.com", environment: "AzurePublicCloud" },
  AzureUSGovernment: {
    resourceManager: "https://management.usgovcloudapi.net",
    environment: "AzureUSGovernmentCloud",
  },
  AzureChina: { resourceManager: "https://management.chinacloudapi.cn", environment: "AzureChinaCloud" },
};
