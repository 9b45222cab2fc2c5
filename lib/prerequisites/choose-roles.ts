import { groupBy } from "../model/group-by";
import type { Model } from "../model/model";
import { existingPlace } from "./created";
import { type Asked, builtInAllows } from "./least-role";
import type { Operation } from "./operation";
import { liesIn, type Place, placeKey } from "./place";
import { rolesFor } from "./roles-for";

/** Operations that ask for the same, and where a role for them can be held before their stack is applied. */
export interface Placed {
  readonly asked: Asked;
  readonly place: Place;
  readonly operations: readonly Operation[];
}

/** Operations by what they ask for and where. */
export function placeOperations(model: Model, operations: readonly Operation[]): Placed[] {
  const place = ({ subject: { stack }, place }: Operation) => existingPlace(model, stack, place);
  const byAction = groupBy(operations, ({ isData, action }) => (isData ? `data ${action}` : action));
  return [...byAction.values()].flatMap((same) => {
    const keys = new Map<Place, string>();
    const keyOf = (at: Place) => keys.get(at) ?? keys.set(at, placeKey(at)).get(at) ?? "";
    return [...groupBy(same, (one) => keyOf(place(one))).values()].flatMap((here) => {
      const [first] = here;
      return first ? [{ asked: first, place: place(first), operations: here }] : [];
    });
  });
}

/** A built-in role at a place. */
export interface Chosen {
  readonly id: string;
  readonly place: Place;
}

/** Whether a role at its place allows an operation, as far as no condition forbids it. */
export function allows({ id, place }: Chosen, asked: Placed): boolean {
  return builtInAllows(id, asked.asked) && liesIn(asked.place, place) === "yes";
}

/** Operations by where they are, the highest place first. */
export function fromAbove(
  placed: readonly Placed[],
): { readonly place: Place; readonly here: readonly Placed[] }[] {
  return [...groupBy(placed, ({ place }) => placeKey(place)).values()]
    .map((here) => ({ place: here[0]?.place ?? [], here }))
    .sort((a, b) => a.place.length - b.place.length);
}

/** Roles that allow all that built-in ones can; without any one of them something is not. */
export function chooseRoles(placed: readonly Placed[]): Chosen[] {
  return withoutNeedless(choose(placed), placed);
}

/** What is allowed at a place is allowed below it. */
function choose(placed: readonly Placed[]): Chosen[] {
  const chosen: Chosen[] = [];
  for (const { place, here } of fromAbove(placed)) {
    const left = here.filter((one) => !chosen.some((role) => allows(role, one)));
    const roles = rolesFor(left.map(({ asked }) => asked));
    for (const id of roles) chosen.push({ id, place });
  }
  return chosen;
}

/** A role at a high place can make one that was chosen before it needless. */
function withoutNeedless(chosen: readonly Chosen[], placed: readonly Placed[]): Chosen[] {
  let kept = [...chosen];
  const needed = placed.filter((one) => chosen.some((role) => allows(role, one)));
  for (const role of [...chosen].reverse()) {
    const others = kept.filter((other) => other !== role);
    if (needed.every((one) => others.some((other) => allows(other, one)))) kept = others;
  }
  return kept;
}
