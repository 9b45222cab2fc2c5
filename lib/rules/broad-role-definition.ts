import { coversAction } from "../azure/action-pattern";
import type { Permission } from "../model/role-definition";
import { literalText, type Value } from "../model/value";
import type { Rule, Violation } from "./rule";

const GRANTING = [
  "Microsoft.Authorization/roleAssignments/write",
  "Microsoft.Authorization/roleDefinitions/write",
];

export const broadRoleDefinition: Rule = {
  id: "broad-role-definition",
  title: "a role of the app's own lets nobody give out roles",
  why: "who may write role assignments or definitions can give itself any other role at that scope",
  source: "Azure, Best practices for Azure RBAC (limit privileged administrator role assignments)",
  level: "warning",
  rawLevel: "warning",
  check: (model) =>
    model.roleDefinitions.flatMap(({ entry, permissions = [] }) =>
      permissions
        .flatMap(grantOf)
        .slice(0, 1)
        .map(({ pattern, action }): Violation => {
          const message =
            `action "${pattern}" allows ${action}, which gives out any role; allowed are the operations that the work ` +
            'needs; name those one by one, add "Microsoft.Authorization/*/write" to not_actions, or accept this role ' +
            "with IdentityRules.acknowledge";
          return { entry, message };
        }),
    ),
};

/** What of a block lets its holder give out roles; nothing where the block can take that out again. */
function grantOf({
  actions,
  notActions,
}: Permission): { readonly pattern: string; readonly action: string }[] {
  const without = texts(notActions);
  if (without === undefined) return [];
  return GRANTING.filter((action) => !without.some((pattern) => coversAction(pattern, action))).flatMap(
    (action) =>
      (actions ?? [])
        .flatMap((value) => literalText(value) ?? [])
        .filter((pattern) => coversAction(pattern, action))
        .map((pattern) => ({ pattern, action })),
  );
}

/** All items as text; `undefined` when one of them is not known. */
function texts(values: readonly Value[] | undefined): string[] | undefined {
  const known = values?.flatMap((value) => literalText(value) ?? []);
  return known?.length === values?.length ? known : undefined;
}
