import type { DataSourceBehaviour } from "../../provider/behaviour";
import { idFrom } from "../arm/arguments";
import { genericKind } from "../kinds/generic";
import { KINDS } from "../kinds/kinds";
import type { Azure } from "../store/azure";
import { guid } from "../store/guid";
import { inWords } from "../values";
import { answer } from "./answer";
import { armData } from "./arm-data";
import { resources } from "./resources";
import { roleDefinitionData } from "./role-definition";
import { clientConfig, managementGroupData, subscription } from "./tenant";

/** Data sources whose resource has another name. */
const RESOURCE_TYPES: { readonly [type: string]: string } = {
  azurerm_virtual_machine: "azurerm_linux_virtual_machine",
  azurerm_virtual_machine_scale_set: "azurerm_linux_virtual_machine_scale_set",
};

export function azurermData(azure: Azure, type: string): DataSourceBehaviour {
  const special = {
    azurerm_client_config: clientConfig,
    azurerm_subscription: subscription,
    azurerm_management_group: managementGroupData,
    azurerm_role_definition: roleDefinitionData,
    azurerm_resources: resources,
  }[type];
  if (special) return special(azure);
  const kind = KINDS[RESOURCE_TYPES[type] ?? type];
  return kind ? armData(azure, kind) : genericData(azure, type);
}

/** What no rule is written for is taken to exist. */
function genericData(azure: Azure, type: string): DataSourceBehaviour {
  return {
    read(config, request) {
      azure.generic.add(`data.${type}`);
      const id =
        idFrom(genericKind(type, config).id, config, azure.subscriptionOf(request.provider)) ??
        guid(type, inWords(config));
      const known = azure.find(id)?.state ?? {};
      return answer(
        config,
        { tenant_id: azure.tenantId, location: "westeurope", ...known, id },
        id,
        request.schema,
      );
    },
  };
}
