import type { Model } from "../model/model";
import { assignedIn } from "./assigned";
import { fromAbove, type Placed } from "./choose-roles";
import type { Operation } from "./operation";
import { liesIn, type Place } from "./place";
import { isAssignment } from "./roles-for";

/** A role of one's own with nothing but what is asked for at a place. */
export interface CustomRoleProposal {
  readonly place: Place;
  readonly actions: readonly string[];
  readonly dataActions: readonly string[];
  /** For its assignment, where it may assign roles. */
  readonly condition?: string;
}

/** One role for each place, without what one above it has already. */
export function customRolesFor(model: Model, placed: readonly Placed[]): CustomRoleProposal[] {
  const roles: CustomRoleProposal[] = [];
  for (const { place, here } of fromAbove(placed)) {
    const above = roles.filter((role) => liesIn(place, role.place) === "yes");
    const names = (isData: boolean) => {
      const asked = here.filter((one) => one.asked.isData === isData);
      const known = new Set(above.flatMap((role) => (isData ? role.dataActions : role.actions)));
      const actions = new Map(asked.map(({ asked: { action } }) => [action.toLowerCase(), action]));
      return [...actions.values()].filter((action) => !known.has(action)).sort();
    };
    const [actions, dataActions] = [names(false), names(true)];
    if (actions.length + dataActions.length === 0) continue;
    const { condition } = assignedIn(model, assignmentsIn(placed, place));
    const assigns = actions.some((action) => isAssignment({ action, isData: false }));
    roles.push({ place, actions, dataActions, ...(assigns && condition ? { condition } : {}) });
  }
  return roles;
}

function assignmentsIn(placed: readonly Placed[], place: Place): Operation[] {
  const inside = placed.filter((one) => isAssignment(one.asked) && liesIn(one.place, place) === "yes");
  return inside.flatMap(({ operations }) => operations);
}
