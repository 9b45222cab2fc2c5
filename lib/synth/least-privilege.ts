import type { IConstruct } from "constructs";
import { readModel } from "../model/model";
import { deployerNeeds } from "../prerequisites/requirements-of";
import type { LeastPrivilege } from "./least-privilege-props";
import { readApp } from "./read-app";
import { stacksOf } from "./run";

/** The least that the deployer of a stack, or of all stacks of an app, needs; as the stacks are now. */
export function leastPrivilegeOf(appOrStack: IConstruct): LeastPrivilege {
  const model = readModel(readApp(appOrStack));
  const stacks = stacksOf(appOrStack).map(({ node }) => node.path);
  const { roles, customRoles, notAllowed, notCovered } = deployerNeeds(model, stacks);
  return {
    roles: roles.map(({ role, roleId, scope, condition }) => ({
      role,
      roleId,
      scope,
      ...(condition ? { condition } : {}),
    })),
    customRoles: customRoles.map(({ scope, actions, dataActions, condition }) => ({
      scope,
      actions: [...actions],
      dataActions: [...dataActions],
      ...(condition ? { condition } : {}),
    })),
    notAllowed: [...new Set(notAllowed.map(({ action }) => action))],
    notCovered: notCovered.map(({ path }) => path),
  };
}
