import { builtInRoleName } from "../azure/built-in-roles";
import type { Model } from "../model/model";
import { assignedIn } from "./assigned";
import { allows, type Chosen, chooseRoles, type Placed, placeOperations } from "./choose-roles";
import { type CustomRoleProposal, customRolesFor } from "./custom-roles";
import type { Grant } from "./grant";
import type { Needs, NotCovered, Operation, Subject } from "./operation";
import { isAssignment, mayAssign } from "./roles-for";

/** A built-in role that the one who deploys should have, and where. */
export interface RoleProposal {
  readonly grant: Grant & { readonly role: { readonly id: string } };
  readonly name: string;
  /** Limits what it may assign to what the stack assigns. */
  readonly condition?: string;
  /** What only this role of all proposed ones allows. */
  readonly operations: readonly Operation[];
}

/** The least that the one who deploys needs, in built-in roles or in roles made for it. */
export interface LeastPrivilege {
  readonly roles: readonly RoleProposal[];
  readonly customRoles: readonly CustomRoleProposal[];
  /** Operations that no built-in role allows without a condition of its own. */
  readonly notAllowed: readonly Operation[];
  /** Registrations of resource providers: done once for a subscription, by another one, or by none. */
  readonly leftOut: readonly Operation[];
  /** Role assignments whose role no condition can list. */
  readonly unlisted: readonly Subject[];
  readonly notCovered: readonly NotCovered[];
}

/** The least privilege for what stacks ask for; of one stack, where only its needs are given. */
export function leastPrivilege({ operations, notCovered }: Needs, model: Model): LeastPrivilege {
  const leftOut = operations.filter(({ action }) => action.endsWith("/register/action"));
  const later = new Set(leftOut);
  const wanted = operations.filter((one) => one.certainty !== "tolerated" && !later.has(one));
  const placed = placeOperations(model, wanted);
  const chosen = chooseRoles(placed);
  const allowed = (one: Placed) => chosen.some((role) => allows(role, one));
  const isAllowed = new Map(chosen.map((role) => [role, placed.filter((one) => allows(role, one))]));
  const proposals = chosen.map((role) => {
    const others = chosen.filter((other) => other !== role);
    const alone = (isAllowed.get(role) ?? []).filter((one) => !others.some((other) => allows(other, one)));
    return propose(model, role, isAllowed.get(role) ?? [], alone);
  });
  return {
    roles: proposals.map(({ proposal }) => proposal),
    customRoles: customRolesFor(model, placed),
    notAllowed: placed.filter((one) => !allowed(one)).flatMap((one) => one.operations),
    leftOut,
    unlisted: [...new Set(proposals.flatMap(({ unlisted }) => unlisted))],
    notCovered,
  };
}

function propose(model: Model, { id, place }: Chosen, allowed: readonly Placed[], alone: readonly Placed[]) {
  const operations = alone.flatMap((one) => one.operations);
  const name = builtInRoleName(id) ?? id;
  const grant = { role: { id }, place };
  if (!mayAssign(id)) return { proposal: { grant, name, operations }, unlisted: [] };
  const { limit, condition, unlisted } = assignedIn(
    model,
    allowed.flatMap((one) => one.operations).filter(isAssignment),
  );
  const proposal = { grant: { ...grant, limit }, name, operations, ...(condition ? { condition } : {}) };
  return { proposal, unlisted };
}
