import { builtInRoleName } from "../azure/built-in-roles";
import { groupBy } from "../model/group-by";
import type { Model } from "../model/model";
import { existingPlace } from "./created";
import type { Grant } from "./grant";
import type { Operation } from "./operation";
import { placeKey, showPlace } from "./place";
import { isAssignment, mayAssign, rolesFor } from "./roles-for";

const SHOWN = 3;

/** The first few of many, each once. */
export function few(all: readonly string[], what: string): string {
  const unique = [...new Set(all)];
  const shown = unique.slice(0, SHOWN).join(", ");
  return unique.length > SHOWN ? `${shown} and ${unique.length - SHOWN} ${what}` : shown;
}

/** Actions, and where a role for them can be held before the stack is applied. */
export function actionsText(model: Model, operations: readonly Operation[]): string {
  return textByPlace(model, operations, (here) => [...new Set(here.map(({ action }) => action))].join(", "));
}

/** The least roles for operations, and where. */
export function proposalText(
  model: Model,
  operations: readonly Operation[],
  grants: readonly Grant[],
): string {
  const roles = textByPlace(model, operations, rolesText);
  const isLimited = operations.some(isAssignment) && grants.some(({ limit }) => limit);
  return isLimited ? `${roles}, or a limit that lets it assign this` : roles;
}

function textByPlace(
  model: Model,
  operations: readonly Operation[],
  text: (here: readonly Operation[]) => string,
): string {
  const placed = operations.map((operation) => ({
    operation,
    place: existingPlace(model, operation.subject.stack, operation.place),
  }));
  const byText = new Map<string, string[]>();
  for (const here of groupBy(placed, ({ place }) => placeKey(place)).values()) {
    const said = text(here.map(({ operation }) => operation));
    byText.set(said, [...(byText.get(said) ?? []), showPlace(here[0]?.place ?? [])]);
  }
  return [...byText].map(([said, places]) => `${said} at ${few(places, "other scopes")}`).join(", and ");
}

/** The least built-in roles that allow operations. */
export function rolesText(operations: readonly Operation[]): string {
  const asked = [...new Map(operations.map((one) => [`${one.isData} ${one.action}`, one])).values()];
  const roles = rolesFor(asked).map(
    (id) => `"${builtInRoleName(id) ?? id}"${mayAssign(id) ? " with a condition on what it may assign" : ""}`,
  );
  return roles.join(" and ") || "a role of your own with these actions";
}
