import type { IConstruct } from "constructs";
import { readModel } from "../model/model";
import { leastPrivilege } from "../prerequisites/least-privilege";
import { needsOf, needsOfStack } from "../prerequisites/operations";
import { showPlace } from "../prerequisites/place";
import type { LeastPrivilege } from "./least-privilege-props";
import { readStack } from "./read-stack";
import { stacksOf } from "./run";

/** The least that the deployer of a stack, or of all stacks of an app, needs; as the stacks are now. */
export function leastPrivilegeOf(appOrStack: IConstruct): LeastPrivilege {
  const model = readModel(stacksOf(appOrStack.node.root).map(readStack));
  const needs = stacksOf(appOrStack).map(({ node }) => needsOfStack(needsOf(model), node.path));
  const all = {
    operations: needs.flatMap(({ operations }) => operations),
    notCovered: needs.flatMap(({ notCovered }) => notCovered),
  };
  const { roles, customRoles, notAllowed, notCovered } = leastPrivilege(all, model);
  return {
    roles: roles.map(({ name, grant, condition }) => ({
      role: name,
      roleId: grant.role.id,
      scope: showPlace(grant.place),
      ...(condition ? { condition } : {}),
    })),
    customRoles: customRoles.map(({ place, actions, dataActions, condition }) => ({
      scope: showPlace(place),
      actions: [...actions],
      dataActions: [...dataActions],
      ...(condition ? { condition } : {}),
    })),
    notAllowed: [...new Set(notAllowed.map(({ action }) => action))],
    notCovered: notCovered.map(({ subject }) => subject.path),
  };
}
