import type { Model } from "../model/model";
import { type LeastPrivilege, leastPrivilege } from "./least-privilege";
import type { Needs, Operation } from "./operation";
import { needsOf, needsOfStack } from "./operations";
import type { Place } from "./place";
import { placeBefore } from "./place-before";
import {
  type DeployerNeeds,
  type NeededAction,
  REQUIREMENTS_VERSION,
  type Requirements,
} from "./requirements";
import { ScopeTexts } from "./scope-texts";

/** What those who deploy some stacks of a model need; of all of them where none are asked for. */
export function requirementsOf(model: Model, asked: readonly string[] = []): Requirements {
  const stacks = asked.length > 0 ? unique(asked) : model.stacks.map(({ path }) => path).sort();
  const alone = stacks.length > 1 ? stacks.map((stack) => [stack]) : [];
  return {
    schemaVersion: REQUIREMENTS_VERSION,
    ...(asked.length > 0 ? { for: stacks } : {}),
    deployers: [stacks, ...alone].map((together) => deployerNeeds(model, together)),
  };
}

/** What one deployer of all these stacks needs. */
export function deployerNeeds(model: Model, stacks: readonly string[]): DeployerNeeds {
  const least = leastPrivilege(needsBefore(model, stacks), model);
  const scopes = new ScopeTexts(stacks);
  const actions = (operations: readonly Operation[]) => neededActions(scopes, operations);
  const needs = {
    roles: builtInRoles(scopes, least),
    customRoles: sorted(
      least.customRoles.map(({ place, ...role }) => ({ scope: scopes.of(place), ...role })),
      ({ scope }) => scope,
    ),
    notAllowed: actions(least.notAllowed),
    notCovered: sorted(
      least.notCovered.map(({ subject: { path }, reason }) => ({ path, reason })),
      ({ path, reason }) => `${path}\t${reason}`,
    ),
    leftOut: actions(least.leftOut),
    unlisted: unique(least.unlisted.map(({ path }) => path)),
  };
  return { stacks, placeholders: scopes.placeholders, ...needs };
}

/** Needs of stacks, asked for where a role can be held before any of them is applied. */
export function needsBefore(model: Model, stacks: readonly string[]): Needs {
  const needs = stacks.map((stack) => needsOfStack(needsOf(model), stack));
  const known = new Map<Place, Place>();
  const before = (place: Place) => {
    const found = known.get(place) ?? placeBefore(model, stacks, place);
    known.set(place, found);
    return found;
  };
  return {
    operations: needs.flatMap(({ operations }) =>
      operations.map((operation) => ({ ...operation, place: before(operation.place) })),
    ),
    notCovered: needs.flatMap(({ notCovered }) => notCovered),
  };
}

function builtInRoles(scopes: ScopeTexts, { roles }: LeastPrivilege): DeployerNeeds["roles"] {
  const needed = roles.map(({ name, grant: { role, place, limit }, condition }) => ({
    role: name,
    roleId: role.id,
    scope: scopes.of(place),
    ...(limit
      ? {
          limit: {
            ...(limit.roles ? { roles: limit.roles } : {}),
            ...(limit.principalTypes ? { principalTypes: limit.principalTypes } : {}),
          },
        }
      : {}),
    ...(condition ? { condition } : {}),
  }));
  return sorted(needed, ({ scope, role }) => `${scope}\t${role}`);
}

function neededActions(scopes: ScopeTexts, operations: readonly Operation[]): NeededAction[] {
  const needed = operations.map(({ action, isData, place }): [string, NeededAction] => {
    const one = { action, ...(isData ? { isData } : {}), scope: scopes.of(place) };
    return [`${one.scope}\t${isData}\t${action}`, one];
  });
  return sorted([...new Map(needed)], ([key]) => key).map(([, one]) => one);
}

function unique(texts: readonly string[]): string[] {
  return [...new Set(texts)].sort();
}

/** By code unit, so that the order is the same on every machine. */
function sorted<T>(items: readonly T[], keyOf: (item: T) => string): T[] {
  return items
    .map((item) => ({ item, key: keyOf(item) }))
    .sort((a, b) => (a.key < b.key ? -1 : Number(a.key > b.key)))
    .map(({ item }) => item);
}
