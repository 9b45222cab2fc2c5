import type { AzureCloud } from "./cloud";

/** What a program that asks a cloud, or runs on a machine of it, has to know. */
export interface CloudFacts {
  /** Where Resource Manager is, and with a slash at the end the resource that a token for it is asked for. */
  readonly resourceManager: string;
  /** Where one signs in. */
  readonly authority: string;
  /** What the instance metadata service calls the cloud. */
  readonly environment: string;
}

/** Sources: Azure, Azure Instance Metadata Service (azEnvironment); Azure Government and Azure China, endpoints. */
export const CLOUDS: { readonly [Cloud in AzureCloud]: CloudFacts } = {
  AzurePublic: {
    resourceManager: "https://management.azure.com",
    authority: "https://login.microsoftonline.com",
    environment: "AzurePublicCloud",
  },
  AzureUSGovernment: {
    resourceManager: "https://management.usgovcloudapi.net",
    authority: "https://login.microsoftonline.us",
    environment: "AzureUSGovernmentCloud",
  },
  AzureChina: {
    resourceManager: "https://management.chinacloudapi.cn",
    authority: "https://login.chinacloudapi.cn",
    environment: "AzureChinaCloud",
  },
};
