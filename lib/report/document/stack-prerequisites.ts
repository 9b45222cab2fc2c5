import { builtInRoleName } from "../../azure/built-in-roles";
import type { DeclaredRole } from "../../model/declared-role";
import type { Model } from "../../model/model";
import { showValue } from "../../model/value";
import { declaredGrants } from "../../prerequisites/declared-grants";
import { evaluate, type Status, type Verdict } from "../../prerequisites/evaluate";
import type { Grant } from "../../prerequisites/grant";
import { leastPrivilege } from "../../prerequisites/least-privilege";
import type { Operation } from "../../prerequisites/operation";
import { needsOf, needsOfStack } from "../../prerequisites/operations";
import type { Place } from "../../prerequisites/place";
import { sharedPlace } from "../../prerequisites/place-before";
import { needsBefore } from "../../prerequisites/requirements-of";
import { ScopeTexts } from "../../prerequisites/scope-texts";
import type { DeployerSummary, StackPrerequisites } from "./report-document";

/** What the one who deploys a stack needs, and what its declared roles say to that. */
export function stackPrerequisites(
  model: Model,
  stack: string,
  declared: readonly DeclaredRole[],
): StackPrerequisites {
  const needs = needsOfStack(needsOf(model), stack);
  const before = needsBefore(model, [stack]);
  const { roles, notAllowed, notCovered } = leastPrivilege(before, model);
  const grants = declaredGrants(model, stack, declared);
  const verdicts = grants.length > 0 ? evaluate(needs, grants, model) : [];
  const verdictOf = new Map(before.operations.map((operation, at) => [operation, verdicts[at]]));
  const statusFor = (operations: readonly Operation[]) =>
    worst(operations.flatMap((operation) => verdictOf.get(operation) ?? []));
  const scopes = new ScopeTexts([stack]);
  const show = (place: Place) => scopes.of(sharedPlace(model, place));
  return {
    stack,
    roles: roles.map(({ name, grant, condition, operations }) => ({
      role: name,
      roleId: grant.role.id,
      scope: show(grant.place),
      condition,
      status: grants.length > 0 ? statusFor(operations) : undefined,
    })),
    notAllowed: [...new Set(notAllowed.map(({ action }) => action))].sort(),
    notCovered: notCovered.map(({ subject, reason }) => ({ address: subject.address, reason })),
    deployer: grants.length > 0 ? deployerSummary(grants, verdicts, show) : null,
  };
}

function deployerSummary(
  grants: readonly Grant[],
  verdicts: readonly Verdict[],
  show: (place: Place) => string,
): DeployerSummary {
  return {
    status: worst(verdicts),
    roles: grants.map(({ role, place }) => ({ role: showGrantedRole(role), scope: show(place) })),
  };
}

const WORST_FIRST = ["missing", "conditional", "not covered"] as const;

function worst(verdicts: readonly Verdict[]): Status {
  const found = new Set(verdicts.map(({ status }) => status));
  return WORST_FIRST.find((status) => found.has(status)) ?? "satisfied";
}

function showGrantedRole(role: Grant["role"]): string {
  if ("id" in role) return builtInRoleName(role.id) ?? role.id;
  return "definition" in role ? showValue(role.definition) : "a role of its own";
}
