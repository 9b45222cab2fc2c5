import type { ResourceBehaviour } from "../../provider/behaviour";
import type { ObjectValue } from "../../provider/value";
import type { BlockSchema } from "../../schema/schema";
import { readAs } from "../arm/read-as";
import { checked, matches } from "../checks/check";
import { notEmpty, uuid } from "../checks/sdk";
import { requireScope } from "../existence";
import { refuse, refuseExisting } from "../refuse";
import { settle } from "../settle";
import type { Azure } from "../store/azure";
import { guid } from "../store/guid";
import { text, texts } from "../values";
import { assignmentsOf } from "./assignment-refusals";
import { requireDefinition } from "./definition-refusals";
import { idAt, roleByGuid } from "./roles";

const SCOPES = /^(?:\/subscriptions\/|\/providers\/Microsoft\.Management\/managementGroups\/)/;

/** Source: azurerm, internal/services/authorization/role_definition_resource.go. */
export function roleDefinition(azure: Azure): ResourceBehaviour {
  return {
    leavesNestedComputedNull: true,
    replacedBy: ["role_definition_id", "scope"],
    validate: (config) =>
      checked(config, {
        role_definition_id: uuid,
        name: notEmpty,
        description: notEmpty,
        scope: matches(
          SCOPES,
          "must start with one of: /subscriptions/, /providers/Microsoft.Management/managementGroups/",
        ),
      }),
    create(planned, { type, schema }) {
      const scope = text(planned.scope) ?? "";
      const name = text(planned.name) ?? "";
      const id =
        text(planned.role_definition_id) ??
        guid("role definition", scope, name, `${azure.nextTurn(`role ${scope} ${name}`)}`);
      const existing = roleByGuid(azure, id.toLowerCase());
      if (existing) refuseExisting(`${idAt(scope, id)}|${scope}`, type);
      requireScope(azure, scope);
      return put(azure, planned, scope, id, schema);
    },
    update(planned, prior, { schema }) {
      return put(azure, planned, text(prior.scope) ?? "", text(prior.role_definition_id) ?? "", schema);
    },
    read: (state) => readAs(state, azure.find(armIdOf(state))),
    delete(prior) {
      const role = text(prior.role_definition_id)?.toLowerCase() ?? "";
      if (assignmentsOf(azure, role).length > 0) {
        refuse(
          400,
          "RoleDefinitionHasAssignments",
          `There are existing role assignments referencing role (code: ${role}).`,
        );
      }
      azure.remove(armIdOf(prior));
    },
  };
}

function put(
  azure: Azure,
  planned: ObjectValue,
  scope: string,
  role: string,
  schema: BlockSchema | undefined,
): ObjectValue {
  const armId = idAt(scope, role);
  const computed: ObjectValue = {
    id: `${armId}|${scope}`,
    role_definition_id: role,
    role_definition_resource_id: armId,
    assignable_scopes: [scope],
  };
  const state = settle(planned, armId, schema, (path) => computed[path]);
  if (texts(state.assignable_scopes).length === 0) state.assignable_scopes = [scope];
  requireDefinition(azure, role, state);
  azure.put({ id: armId, state });
  return state;
}

/** The id of the resource is `<ARM id>|<scope>`. */
function armIdOf(state: ObjectValue): string {
  return text(state.id)?.split("|")[0] ?? "";
}
