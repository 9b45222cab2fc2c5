import type { AzureCloud } from "../../azure/cloud";
import { readLinked } from "../../model/link";
import { follow, type Model } from "../../model/model";
import { literalText } from "../../model/value";
import { providerBlock } from "../../prerequisites/provider-block";
import { Failure } from "../failure";
import type { Io } from "../io";

/** Which Azure a stack is applied to. */
export interface Account {
  readonly cloud: AzureCloud;
  /** Host that tells the endpoints of a cloud that is none of Azure's own. */
  readonly metadataHost?: string;
  readonly tenantId?: string;
}

const ENVIRONMENTS: { readonly [environment: string]: AzureCloud } = {
  public: "AzurePublic",
  usgovernment: "AzureUSGovernment",
  china: "AzureChina",
};

/**
 * What the provider of a stack says of cloud and tenant, or the environment variables that it reads.
 *
 * Source: azurerm, environment, metadata_host and tenant_id of the provider.
 *
 * @throws Failure when there is no such cloud
 */
export function accountOf(model: Model, stack: string, env: Io["env"]): Account {
  const provider = providerBlock(model, stack);
  const given = (name: string, variable: string) =>
    literalText(follow(model, readLinked(provider[name], stack, model.links))) || env[variable] || undefined;
  const environment = given("environment", "ARM_ENVIRONMENT") ?? "public";
  const cloud = ENVIRONMENTS[environment.toLowerCase()];
  if (!cloud) {
    throw new Failure(
      `the provider of ${stack} is for environment "${environment}"; known are ${Object.keys(ENVIRONMENTS).join(", ")}`,
    );
  }
  const metadataHost = given("metadata_host", "ARM_METADATA_HOSTNAME");
  const tenantId = given("tenant_id", "ARM_TENANT_ID");
  return { cloud, ...(metadataHost ? { metadataHost } : {}), ...(tenantId ? { tenantId } : {}) };
}
