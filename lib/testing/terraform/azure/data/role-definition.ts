import { type DataSourceBehaviour, Refusal } from "../../provider/behaviour";
import { guidOf, idAt, roleByGuid, roleByName } from "../authorization/roles";
import { checked } from "../checks/check";
import { uuid } from "../checks/sdk";
import { exactlyOne } from "../checks/together";
import type { Azure } from "../store/azure";
import { text } from "../values";
import { answer } from "./answer";

/** Source: azurerm, internal/services/authorization/role_definition_data_source.go. */
export function roleDefinitionData(azure: Azure): DataSourceBehaviour {
  return {
    validate: (config) => [
      ...checked(config, { role_definition_id: uuid }),
      ...exactlyOne(config, "name", "role_definition_id"),
    ],
    read(config, { schema }) {
      const scope = text(config.scope) ?? "/";
      const name = text(config.name);
      const wanted = text(config.role_definition_id) ?? "";
      const role =
        name === undefined ? roleByGuid(azure, guidOf(wanted) ?? wanted) : roleByName(azure, name, scope);
      if (!role) throw new Refusal(`loading Role Definition List: could not find role '${name ?? wanted}'`);
      const id = idAt(scope, role.guid);
      const own = { assignable_scopes: ["/"], type: "BuiltInRole", description: "", permissions: [] };
      const known = {
        ...own,
        ...(role.custom && { ...role.custom, type: "CustomRole" }),
        id,
        name: role.name,
        role_definition_id: role.guid,
      };
      return answer(config, known, id, schema);
    },
  };
}
