import { builtInRoleId, builtInRoleName, isCurrentRoleName } from "../../../../azure/built-in-roles";
import type { ObjectValue } from "../../provider/value";
import type { Azure } from "../store/azure";
import { lastName, liesIn, managementGroupOf, subscriptionOf } from "../store/ids";
import { blocks, text, texts } from "../values";

export interface Role {
  readonly guid: string;
  readonly name: string;
  /** The state of a role of the tenant's own; none for those of Azure. */
  readonly custom?: ObjectValue;
}

const DEFINITION = /\/providers\/Microsoft\.Authorization\/roleDefinitions\/([0-9a-f-]{36})$/i;

/** The GUID of a role definition id, whatever its prefix: Azure looks at no more. */
export function guidOf(roleDefinitionId: string): string | undefined {
  return DEFINITION.exec(roleDefinitionId)?.[1]?.toLowerCase();
}

/** The id of a role as Azure writes it at a scope. Source: Azure/azure-rest-api-specs, issue 10939. */
export function idAt(scope: string, guid: string): string {
  const subscription = subscriptionOf(scope);
  const prefix = subscription ? `/subscriptions/${subscription}` : "";
  return `${prefix}/providers/Microsoft.Authorization/roleDefinitions/${guid}`;
}

export function roleByGuid(azure: Azure, guid: string): Role | undefined {
  const name = builtInRoleName(guid);
  if (name !== undefined) return { guid, name };
  return customRoles(azure).find((each) => each.guid === guid.toLowerCase());
}

/** By its name of today: Azure finds none by a former name. */
export function roleByName(azure: Azure, name: string, scope: string): Role | undefined {
  const guid = isCurrentRoleName(name) ? builtInRoleId(name) : undefined;
  if (guid) return { guid, name: builtInRoleName(guid) ?? name };
  return customRoles(azure).find(
    (each) => each.name.toLowerCase() === name.toLowerCase() && isAssignable(each, scope),
  );
}

export function customRoles(azure: Azure): Role[] {
  return azure
    .all()
    .filter(({ id }) => DEFINITION.test(id))
    .map(({ id, state = {} }) => ({
      guid: lastName(id).toLowerCase(),
      name: text(state.name) ?? "",
      custom: state,
    }));
}

/**
 * Whether a role can be assigned at a scope. Which subscriptions lie in a management group is not known here: a role of
 * a group is assignable in all, and one with data actions not at the group itself. Source: Azure, Understand Azure role
 * definitions (AssignableScopes); Azure, Azure custom roles (custom role limits).
 */
export function isAssignable({ custom }: Role, scope: string): boolean {
  if (!custom) return true;
  const hasDataActions = blocks(custom.permissions).some((each) => texts(each.data_actions).length > 0);
  if (hasDataActions && managementGroupOf(scope) !== undefined) return false;
  return texts(custom.assignable_scopes).some(
    (each) =>
      liesIn(scope, each) || (managementGroupOf(each) !== undefined && subscriptionOf(scope) !== undefined),
  );
}
