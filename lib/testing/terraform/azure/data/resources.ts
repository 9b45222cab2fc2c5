import { parseArmId } from "../../../../model/arm-id";
import type { DataSourceBehaviour } from "../../provider/behaviour";
import type { ObjectValue } from "../../provider/value";
import type { Azure } from "../store/azure";
import { guid } from "../store/guid";
import { lastName } from "../store/ids";
import { text } from "../values";
import { answer } from "./answer";

/** Lists what lies in groups. Source: azurerm, internal/services/resource/resources_data_source.go. */
export function resources(azure: Azure): DataSourceBehaviour {
  return {
    read(config, { schema }) {
      const isWanted = (argument: string, is: string | undefined) => {
        const wanted = text(config[argument]);
        return wanted === undefined || wanted.toLowerCase() === is?.toLowerCase();
      };
      const listed = azure.all().flatMap(({ id, state }): ObjectValue[] => {
        const { type, resourceGroupName, names = [] } = parseArmId(id) ?? {};
        const isTop =
          type !== undefined && names.length === 1 && !type.startsWith("Microsoft.Authorization/");
        if (!isTop || !resourceGroupName) return [];
        if (!isWanted("type", type) || !isWanted("name", lastName(id))) return [];
        if (!isWanted("resource_group_name", resourceGroupName)) return [];
        return [
          {
            id,
            type,
            name: lastName(id),
            resource_group_name: resourceGroupName,
            location: state?.location ?? "westeurope",
            tags: state?.tags ?? {},
          },
        ];
      });
      const id = `resource-${guid("resources", JSON.stringify(listed))}`;
      return answer(config, { id, resources: listed }, id, schema);
    },
  };
}
