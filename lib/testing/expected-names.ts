import { builtInRoleId, nearestRoleNames } from "../azure/built-in-roles";
import { nearest } from "../azure/nearest";
import { isGuid } from "../model/arm-id";
import type { Model } from "../model/model";
import { type Grant, grantOf, nameOf } from "../report/access";
import { RULES } from "../rules/registry";
import { type ExpectedGrant, isNamed, openBinding } from "./expected-grant";

/** A misspelt rule would never be found, and `not` would pass for ever. */
export function requireRule(id: string): void {
  const ids = [...RULES.map((rule) => rule.id), "unused-acknowledgement"];
  if (!ids.includes(id))
    throw unknown(`there is no rule "${id}"`, nearest(id, ids, 1), "the ids in docs/rules.md");
}

/** The same for a grant that nothing here gives: its parts have to be known, and so do the bindings that may be it. */
export function requireGrant(model: Model, expected: ExpectedGrant, rows: readonly Grant[]): void {
  requireRole(
    expected.role,
    rows.map(({ role }) => role),
  );
  for (const part of ["identity", "scope"] as const) {
    requireElement(
      part,
      expected[part],
      model,
      rows.map((row) => row[part]),
    );
  }
  const open = openBinding(model, expected);
  if (open) {
    const { identity, role, scope, path } = grantOf(model, open);
    throw new Error(
      `whether ${path} is the grant ${JSON.stringify(expected)} is not known, as it refers to what is in no stack of the app: ${role} for ${identity} at ${scope}; allowed are references that can be followed; ask after app.synth(), or mend the reference`,
    );
  }
}

/**
 * Roles of a tenant have names that nobody knows here: only one that is nearly a built-in role's is taken for misspelt.
 *
 * @param bound names of the roles that are bound here
 */
function requireRole(name: string, bound: readonly string[]): void {
  if (bound.some((role) => isNamed(role, name)) || builtInRoleId(name) !== undefined) return;
  const near = nearestRoleNames(name);
  if (near.length > 0)
    throw unknown(`there is no built-in role "${name}"`, near, "names of roles as Azure has them");
}

/** Ids and expressions mean what no name in the app tells of. */
function requireElement(part: string, name: string, model: Model, bound: readonly string[]): void {
  if (isGuid(name) || name.startsWith("/") || name.includes("${")) return;
  if (bound.some((shown) => isNamed(shown, name))) return;
  const entries = [...model.index.values()].flatMap((ofStack) => [...ofStack.values()]);
  const known = new Set(entries.flatMap((entry) => [nameOf(model, entry) ?? entry.path, entry.path]));
  if (known.has(name)) return;
  const what = `nothing in the app has the name or construct path "${name}" of the ${part}`;
  throw unknown(what, nearest(name, known, 1), "names and construct paths in the app, ids and expressions");
}

function unknown(what: string, [hint]: readonly string[], allowed: string): Error {
  return new Error(`${what}${hint ? `, did you mean "${hint}"?` : ""}; allowed are ${allowed}`);
}
