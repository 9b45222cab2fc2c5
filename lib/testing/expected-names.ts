import { builtInRoleId, nearestRoleNames } from "../azure/built-in-roles";
import { nearest } from "../azure/nearest";
import { RULES } from "../rules/registry";

/** A misspelt rule would never be found, and `not` would pass for ever. */
export function requireRule(id: string): void {
  const ids = [...RULES.map((rule) => rule.id), "unused-acknowledgement"];
  if (!ids.includes(id))
    throw unknown(`there is no rule "${id}"`, nearest(id, ids, 1), "the ids in docs/rules.md");
}

/**
 * The same for a role. Roles of a tenant have names that nobody knows here: only one that is nearly a built-in role's is
 * taken for misspelt.
 *
 * @param bound names of the roles that are bound here
 */
export function requireRole(name: string, bound: readonly string[]): void {
  if (bound.includes(name) || builtInRoleId(name) !== undefined) return;
  const near = nearestRoleNames(name);
  if (near.length > 0)
    throw unknown(`there is no built-in role "${name}"`, near, "names of roles as Azure has them");
}

function unknown(what: string, [hint]: readonly string[], allowed: string): Error {
  return new Error(`${what}${hint ? `, did you mean "${hint}"?` : ""}; allowed are ${allowed}`);
}
