import { azapiProvider } from "./azapi-provider";
import { azapiResource, azapiResourceDataSource } from "./azapi-resource";
import { azapiResourceAction } from "./azapi-resource-action";
import { azapiUpdateResource } from "./azapi-update-resource";
import type { ProviderSchema } from "./schema";

/**
 * The schema of azapi, which the cdktf project never published bindings for. It follows the documentation of the
 * version that it names.
 *
 * What protocol 5 lacks is written in another way: `retry` and `endpoint`, nested attributes, are blocks, which
 * Terraform JSON writes alike; what is write-only is sensitive.
 */
export const AZAPI: ProviderSchema = {
  name: "azapi",
  source: "azure/azapi",
  version: "2.12.0",
  provider: azapiProvider,
  resources: {
    azapi_resource: azapiResource,
    azapi_resource_action: azapiResourceAction,
    azapi_update_resource: azapiUpdateResource,
  },
  dataSources: { azapi_resource: azapiResourceDataSource },
};
