import { assignmentCondition, NO_ASSIGNMENTS } from "../azure/assignment-condition";
import { follow, type Model } from "../model/model";
import { literalText } from "../model/value";
import { assignedRoleId } from "./assigned-role-id";
import type { GrantLimit } from "./grant";
import type { Operation, Subject } from "./operation";

/** The limit that lets exactly the role assignments of some operations be written, as a grant and as Azure has it. */
export interface Assigned {
  readonly limit: GrantLimit;
  /** None where neither the roles nor the types of principals are known. */
  readonly condition?: string;
  /** Assignments whose role has no GUID that is known before it is made: a condition cannot list it. */
  readonly unlisted: readonly Subject[];
}

/** The limit to the roles and the types of principals that operations assign. */
export function assignedIn(model: Model, operations: readonly Operation[]): Assigned {
  const bindings = [...new Set(operations.flatMap(({ binding }) => binding ?? []))];
  if (bindings.length === 0) return { limit: NOTHING, condition: NO_ASSIGNMENTS, unlisted: [] };
  const guids = bindings.map((binding) => assignedRoleId(model, binding));
  const roles = wholeList(guids);
  const principalTypes = wholeList(
    bindings.map(({ principalType }) => literalText(follow(model, principalType))),
  );
  const limit = { ...(roles ? { roles } : {}), ...(principalTypes ? { principalTypes } : {}) };
  const condition = conditionOf(limit);
  return {
    limit,
    ...(condition ? { condition } : {}),
    unlisted: bindings.filter((_, at) => guids[at] === undefined).map(({ entry }) => entry),
  };
}

const NOTHING: GrantLimit = { roles: [] };

/** A limit to roles and types of principals as Azure has it; none where it limits nothing. */
export function conditionOf({ roles, principalTypes }: GrantLimit): string | undefined {
  if (!roles && !principalTypes) return undefined;
  if (roles?.length === 0) return NO_ASSIGNMENTS;
  return assignmentCondition({ roles: roles ?? [], principalTypes: principalTypes ?? [] });
}

/** A list that leaves one out would refuse it. */
function wholeList(given: readonly (string | undefined)[]): readonly string[] | undefined {
  const known = given.filter((one) => one !== undefined);
  return known.length < given.length ? undefined : [...new Set(known)].sort();
}
