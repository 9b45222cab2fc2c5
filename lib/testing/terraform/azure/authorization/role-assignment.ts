import type { ResourceBehaviour } from "../../provider/behaviour";
import { Refusal } from "../../provider/behaviour";
import type { ObjectValue } from "../../provider/value";
import { readAs } from "../arm/read-as";
import { requireScope } from "../existence";
import { requireNoLock } from "../locks";
import { refuseExisting } from "../refuse";
import type { Azure } from "../store/azure";
import { guid } from "../store/guid";
import { canonicalScope, key } from "../store/ids";
import { isKnown, text } from "../values";
import { roleAssignmentProblems } from "./assignment-problems";
import { requireClosed, requireNoTwin, requirePrincipal, requireRole } from "./assignment-refusals";
import { guidOf, idAt, roleByGuid } from "./roles";

/** Source: azurerm, internal/services/authorization/role_assignment_resource.go (4.55: there is no update). */
export function roleAssignment(azure: Azure): ResourceBehaviour {
  return {
    leavesNestedComputedNull: true,
    replacedBy: [
      ...["name", "scope", "role_definition_name", "principal_id", "principal_type"],
      ...["delegated_managed_identity_resource_id", "description", "condition", "condition_version"],
    ],
    validate: roleAssignmentProblems,
    plan: ({ prior, planned }) => {
      const [before, after] = [text(prior?.role_definition_id), text(planned.role_definition_id)];
      if (before === undefined || before === after) return {};
      if (before.toLowerCase() !== after?.toLowerCase()) return { replacedBy: ["role_definition_id"] };
      return { planned: { ...planned, role_definition_id: before } };
    },
    create(planned, { type }) {
      const scope = text(planned.scope) ?? "";
      const role = requireRole(azure, planned, scope);
      const condition = text(planned.condition);
      const version = text(planned.condition_version);
      if (version && !condition) {
        throw new Refusal("`condition_version` should not be set without `condition`");
      }
      requireClosed(condition);
      const name = text(planned.name) ?? newName(azure, scope, role.guid, text(planned.principal_id));
      const id = `${scope === "/" ? "" : scope}/providers/Microsoft.Authorization/roleAssignments/${name}`;
      if (azure.find(id)) refuseExisting(id, type);
      requireScope(azure, scope);
      const principalType = requirePrincipal(azure, planned);
      requireNoTwin(azure, scope, role.guid, text(planned.principal_id) ?? "");
      requireNoLock(azure, id, "write");
      const computed: ObjectValue = {
        id,
        name,
        role_definition_id: idAt(scope, role.guid),
        role_definition_name: role.name,
        principal_type: principalType,
        condition_version: condition ? "2.0" : null,
      };
      const state = withComputed(planned, computed);
      azure.put({ id, state });
      return state;
    },
    read(state) {
      const shown = readAs(state, azure.find(text(state.id) ?? ""));
      if (!shown) return null;
      const scope = text(shown.scope) ?? "";
      const role = guidOf(text(shown.role_definition_id) ?? "") ?? "";
      return {
        ...shown,
        scope: azure.find(scope)?.id ?? canonicalScope(scope),
        role_definition_id: idAt(scope, role),
        role_definition_name: roleByGuid(azure, role)?.name ?? shown.role_definition_name ?? null,
      };
    },
    delete(prior) {
      const id = text(prior.id) ?? "";
      requireNoLock(azure, id, "delete");
      azure.remove(id);
    },
  };
}

/** What is left unknown is no more than azurerm leaves alone. */
function withComputed(planned: ObjectValue, computed: ObjectValue): ObjectValue {
  return Object.fromEntries([
    ...Object.entries(computed),
    ...Object.entries(planned).map(([name, value]) => [
      name,
      isKnown(value) && !(value === null && name in computed) ? value : (computed[name] ?? null),
    ]),
  ]);
}

/** Random in azurerm: two that are alike get different names, and only then does Azure refuse the second. */
function newName(azure: Azure, scope: string, role: string, principal = ""): string {
  const words = `${key(scope)} ${role} ${principal.toLowerCase()}`;
  return guid("role assignment", words, `${azure.nextTurn(words)}`);
}
