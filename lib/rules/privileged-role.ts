import { PRIVILEGED_ROLES } from "../azure/privileged-roles";
import { type Binding, guidOfRole, nameOfRole } from "../model/binding";
import { bindingsBy } from "../model/bindings-by";
import type { Model } from "../model/model";
import { literalText } from "../model/value";
import type { Rule } from "./rule";

export const privilegedRole: Rule = {
  id: "privileged-role",
  title:
    "no identity gets Owner, User Access Administrator or Role Based Access Control Administrator without a condition",
  why: "each lets the identity, and whoever gets hold of its machine, give itself any other role at that scope",
  source: "Azure, Best practices for Azure RBAC (limit privileged administrator role assignments)",
  level: "error",
  rawLevel: "warning",
  check: (model) =>
    [...privilegedBindings(model)].flatMap((binding) => {
      const { entry, condition } = binding;
      const role = privilegedRoleOf(binding);
      if (!role || condition || isForPeople(binding)) return [];
      const message =
        `role "${role.name}" lets the identity give out any role at its scope; allowed are narrower roles, or this one ` +
        "with a condition; bind the role that the work needs, set condition to limit what it may assign, or accept " +
        "this one with IdentityRules.acknowledge";
      return [{ entry, message }];
    }),
};

function privilegedBindings(model: Model): ReadonlySet<Binding> {
  const byId = bindingsBy(model, "role_definition_id").filter(({ value }) =>
    privilegedRoleOf({ roleDefinitionId: value }),
  );
  const byName = bindingsBy(model, "role_definition_name").filter(({ value }) =>
    privilegedRoleOf({ roleDefinitionName: value }),
  );
  return new Set([...byId, ...byName].flatMap(({ bindings }) => bindings));
}

function privilegedRoleOf({
  roleDefinitionId,
  roleDefinitionName,
}: Partial<Pick<Binding, "roleDefinitionId" | "roleDefinitionName">>) {
  const guid = guidOfRole({ roleDefinitionId });
  const name = nameOfRole({ roleDefinitionName })?.toLowerCase();
  return PRIVILEGED_ROLES.find(({ id, name: official }) => id === guid || official.toLowerCase() === name);
}

function isForPeople({ principal, principalType }: Binding): boolean {
  if (["User", "Group"].includes(literalText(principalType) ?? "")) return true;
  return principal?.kind === "reference" && /^(?:data\.)?azuread_(?:user|group)\b/.test(principal.address);
}
