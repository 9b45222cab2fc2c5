import { conditionOf } from "../prerequisites/assigned";
import type { DeployerNeeds, NeededBuiltInRole, NeededLimit } from "../prerequisites/requirements";
import { deployerBindingId } from "./deployer-binding-id";
import { fillScope, type PlaceholderValues } from "./deployer-scopes";

/** A role that a deployer gets. */
export interface DeployerBinding {
  readonly id: string;
  readonly roleId: string;
  readonly scope: string;
  readonly condition?: string;
}

interface Filled extends Pick<NeededBuiltInRole, "role" | "roleId" | "scope"> {
  readonly label: string;
  readonly limit?: NeededLimit | undefined;
}

/**
 * The bindings of somebody's needs. Azure takes a role once at a scope: two scopes that turn out to be one have one
 * binding, which may assign what either may; and what the same role at a higher scope allows already has none.
 */
export function deployerBindings({ roles }: DeployerNeeds, values: PlaceholderValues): DeployerBinding[] {
  const merged = new Map<string, Filled>();
  for (const role of roles) {
    const filled = { ...role, ...fillScope(role.scope, values) };
    const key = `${role.roleId} ${filled.scope.toLowerCase()}`;
    const same = merged.get(key);
    merged.set(key, same ? { ...same, limit: either(same.limit, filled.limit) } : filled);
  }
  const all = [...merged.values()];
  return all
    .filter((one) => !all.some((other) => isWithin(one, other)))
    .map(({ role, roleId, scope, label, limit }) => {
      const condition = limit && conditionOf(limit);
      return { id: deployerBindingId(role, label), roleId, scope, ...(condition ? { condition } : {}) };
    });
}

/** A list that is not there limits nothing. */
function either(one: NeededLimit | undefined, other: NeededLimit | undefined): NeededLimit | undefined {
  if (!one || !other) return undefined;
  const roles = union(one.roles, other.roles);
  const principalTypes = union(one.principalTypes, other.principalTypes);
  return { ...(roles ? { roles } : {}), ...(principalTypes ? { principalTypes } : {}) };
}

function union(a: readonly string[] | undefined, b: readonly string[] | undefined) {
  return a && b ? [...new Set([...a, ...b])].sort() : undefined;
}

function isWithin(one: Filled, other: Filled): boolean {
  const isBelow = one.scope.toLowerCase().startsWith(`${other.scope.toLowerCase()}/`);
  return isBelow && one.roleId === other.roleId && limits(other.limit, one.limit);
}

/** Whether the one limit lets everything be assigned that the other does. */
function limits(wide: NeededLimit | undefined, narrow: NeededLimit | undefined): boolean {
  const holds = (all?: readonly string[], some?: readonly string[]) =>
    !all || (some?.every((one) => all.includes(one)) ?? false);
  return holds(wide?.roles, narrow?.roles) && holds(wide?.principalTypes, narrow?.principalTypes);
}
