import { builtInRoleId } from "../../../../azure/built-in-roles";
import type { ObjectValue } from "../../provider/value";
import { refuse } from "../refuse";
import type { Azure } from "../store/azure";
import { managementGroupOf } from "../store/ids";
import { blocks, text, texts } from "../values";
import { customRoles } from "./roles";

/** What Azure refuses of a role of the tenant's own. Source: Azure, Azure custom roles. @throws Refusal */
export function requireDefinition(azure: Azure, guid: string, state: ObjectValue): void {
  const name = text(state.name) ?? "";
  const namesake = customRoles(azure).find(
    (each) => each.guid !== guid.toLowerCase() && each.name.toLowerCase() === name.toLowerCase(),
  );
  if (namesake || builtInRoleId(name)) {
    refuse(
      409,
      "RoleDefinitionWithSameNameExists",
      `A custom role with the same name already exists in this directory. Use a different name.`,
    );
  }
  const scopes = texts(state.assignable_scopes);
  const groups = scopes.filter((scope) => managementGroupOf(scope) !== undefined);
  if (scopes.includes("/") || groups.length > 1) {
    refuse(
      400,
      "InvalidAssignableScopes",
      "A custom role may have one management group among its assignable scopes, and not the root.",
    );
  }
  const permissions = blocks(state.permissions);
  const hasDataActions = permissions.some(({ data_actions }) => texts(data_actions).length > 0);
  if (groups.length > 0 && hasDataActions) {
    refuse(
      400,
      "InvalidAssignableScopes",
      "A custom role with data actions cannot be assigned at the scope of a management group.",
    );
  }
  const malformed = permissions
    .flatMap((each) => [...texts(each.actions), ...texts(each.not_actions)])
    .find((action) => action !== "*" && !/^[^/]+(?:\/[^/]+)+$/.test(action));
  if (malformed !== undefined) {
    refuse(
      400,
      "InvalidActionOrNotAction",
      `'${malformed}' does not match any of the actions supported by the providers.`,
    );
  }
}
