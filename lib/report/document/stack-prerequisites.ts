import { builtInRoleName } from "../../azure/built-in-roles";
import type { DeclaredRole } from "../../model/declared-role";
import type { Model } from "../../model/model";
import { showValue } from "../../model/value";
import { declaredGrant } from "../../prerequisites/declared-grant";
import { evaluate, type Status, type Verdict } from "../../prerequisites/evaluate";
import type { Grant } from "../../prerequisites/grant";
import { leastPrivilege } from "../../prerequisites/least-privilege";
import type { Operation } from "../../prerequisites/operation";
import { needsOf, needsOfStack } from "../../prerequisites/operations";
import { showPlace } from "../../prerequisites/place";
import type { DeployerSummary, StackPrerequisites } from "./report-document";

/** What the one who deploys a stack needs, and what its declared roles say to that. */
export function stackPrerequisites(
  model: Model,
  stack: string,
  declared: readonly DeclaredRole[],
): StackPrerequisites {
  const needs = needsOfStack(needsOf(model), stack);
  const { roles, notAllowed, notCovered } = leastPrivilege(needs, model);
  const grants = declared.map((one) => declaredGrant(model, stack, one));
  const verdicts = grants.length > 0 ? evaluate(needs, grants, model) : [];
  const verdictOf = new Map(verdicts.map((verdict) => [verdict.operation, verdict]));
  const statusFor = (operations: readonly Operation[]) =>
    worst(operations.flatMap((operation) => verdictOf.get(operation) ?? []));
  return {
    stack,
    roles: roles.map(({ name, grant, condition, operations }) => ({
      role: name,
      roleId: grant.role.id,
      scope: showPlace(grant.place),
      condition,
      status: grants.length > 0 ? statusFor(operations) : undefined,
    })),
    notAllowed: [...new Set(notAllowed.map(({ action }) => action))].sort(),
    notCovered: notCovered.map(({ subject, reason }) => ({ address: subject.address, reason })),
    deployer: grants.length > 0 ? deployerSummary(grants, verdicts) : null,
  };
}

function deployerSummary(grants: readonly Grant[], verdicts: readonly Verdict[]): DeployerSummary {
  return {
    status: worst(verdicts),
    roles: grants.map(({ role, place }) => ({ role: showGrantedRole(role), scope: showPlace(place) })),
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
