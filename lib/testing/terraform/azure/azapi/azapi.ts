import {
  type DataSourceBehaviour,
  type ProviderBehaviour,
  Refusal,
  type ResourceBehaviour,
} from "../../provider/behaviour";
import type { Azure } from "../store/azure";
import { azapiResource, azapiResourceData } from "./resource";
import { resourceAction } from "./resource-action";
import { updateResource } from "./update-resource";

/** Resource Manager without a schema in between. Source: azapi, docs. */
export function azapi(azure: Azure): ProviderBehaviour {
  return {
    resource(type): ResourceBehaviour {
      if (type === "azapi_resource") return azapiResource(azure);
      if (type === "azapi_update_resource") return updateResource(azure);
      if (type === "azapi_resource_action") return resourceAction(azure);
      return { create: () => refuseType(type) };
    },
    dataSource(type): DataSourceBehaviour {
      if (type === "azapi_resource") return azapiResourceData(azure);
      return { read: () => refuseType(type) };
    },
  };
}

function refuseType(type: string): never {
  throw new Refusal(`${type} is not stood in for`);
}
