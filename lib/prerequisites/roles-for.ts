import { GUIDE_ROLES, WIDE_ROLES } from "../azure/guide-roles";
import { type Asked, builtInAllows, leastRole } from "./least-role";
import { smallestSet } from "./smallest-set";

const RBAC_ADMINISTRATOR = "f58310d9-a9f6-439a-9e8d-f62e7b41a168";
const ACCESS_ADMINISTRATOR = "18d7d88d-d35e-4fb5-a5c3-7773c20a72d9";

const ASSIGNS = /^microsoft\.authorization\/roleassignments\/(?:write|delete)$/i;
const DEFINES = /^microsoft\.authorization\/roledefinitions\/(?:write|delete)$/i;

/** Whether a role may write role assignments: it is given with a condition. */
export function mayAssign(id: string): boolean {
  return builtInAllows(id, { action: "Microsoft.Authorization/roleAssignments/write", isData: false });
}

export function isAssignment({ action }: Asked): boolean {
  return ASSIGNS.test(action);
}

/**
 * Built-in roles for what is asked for at one place: who may assign first, as that one may read everything; a wide role
 * for what no narrow one allows; and of the narrow ones the fewest for the rest. What none allows is left.
 */
export function rolesFor(asked: readonly Asked[]): string[] {
  const roles: string[] = [];
  const take = (id: string) => {
    roles.push(id);
    left = left.filter((one) => !builtInAllows(id, one));
  };
  let left = asked;
  if (left.some(({ action }) => DEFINES.test(action))) take(ACCESS_ADMINISTRATOR);
  else if (left.some(isAssignment)) take(RBAC_ADMINISTRATOR);

  const narrow = GUIDE_ROLES.filter((id) => !mayAssign(id));
  const isBeyond = (one: Asked) => !narrow.some((id) => builtInAllows(id, one));
  for (const id of WIDE_ROLES) {
    if (left.some((one) => isBeyond(one) && builtInAllows(id, one))) take(id);
  }
  for (const one of left.filter(isBeyond)) {
    const id = left.includes(one) ? leastRole([one]) : undefined;
    if (id) take(id);
  }
  roles.push(
    ...smallestSet(
      narrow,
      left.filter((one) => !isBeyond(one)),
      builtInAllows,
    ),
  );
  return roles;
}
