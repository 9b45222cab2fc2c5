import type { Construct } from "constructs";
import { assignedRolesProblems } from "../access/assign-roles";
import type { AssignedRole } from "../access/assigned-role";
import { kindProblems, objectWith, refuseProps } from "../access/given";
import { IdentityRoleBinding } from "../access/identity-role-binding";
import { Role } from "../access/role";
import { SUBSCRIPTION_PLACEHOLDER } from "../prerequisites/place-before";
import { type DeployerBinding, deployerBindings } from "./deployer-bindings";
import type { DeployerIdentityProps } from "./deployer-identity-props";
import { scopeProblems } from "./deployer-scopes";
import { UserAssignedIdentity } from "./user-assigned-identity";

const KINDS = {
  requirements: objectWith("_needs", 'DeployerRequirements; use DeployerRequirements.fromFile("<file>")'),
};

/**
 * The identity of the pipeline that deploys stacks, with the roles that these stacks need and no others, and without a
 * secret. It belongs in a stack of its own, which somebody who may assign roles applies first.
 *
 * Makes one `azurerm_user_assigned_identity`, at the address that the raw resource with the same id would have, and below
 * it a federated credential for each subject and a role assignment for each role.
 */
export class DeployerIdentity extends UserAssignedIdentity {
  /**
   * @throws when the requirements are none or leave something open that has no value, a scope is none, or an id is given twice; the
   * message lists all
   */
  public constructor(scope: Construct, id: string, props: DeployerIdentityProps) {
    refuseProps(scope, id, kindProblems(props, KINDS));
    const { requirements, subjects = {}, subscriptionId, placeholders = {}, ...identity } = props;
    const values = {
      ...placeholders,
      ...(subscriptionId === undefined ? {} : { [SUBSCRIPTION_PLACEHOLDER]: subscriptionId }),
    };
    const { _needs: needs } = requirements;
    const problems = scopeProblems(needs, values);
    const bindings = problems.length > 0 ? [] : deployerBindings(needs, values);
    problems.push(...idProblems(Object.keys(subjects), bindings, identity.roles));
    refuseProps(scope, id, problems);
    super(scope, id, identity);
    for (const [name, subject] of Object.entries(subjects)) this.trust(name, subject);
    for (const { id: bindingId, roleId, ...binding } of bindings) {
      new IdentityRoleBinding(this, bindingId, {
        ...binding,
        identity: this,
        role: Role.fromDefinitionId(roleId),
        ...(identity.provider ? { provider: identity.provider } : {}),
      });
    }
  }
}

function idProblems(
  subjects: readonly string[],
  bindings: readonly DeployerBinding[],
  roles: readonly AssignedRole[] = [],
): string[] {
  const taken = ["Default", "deletion-lock", ...bindings.map((binding) => binding.id)];
  return [
    ...subjects
      .filter((id) => id === "" || taken.includes(id))
      .map(
        (id) =>
          `subject "${id}" has an id that the construct itself uses: allowed is any other text; name the pipeline, such as "main"`,
      ),
    ...assignedRolesProblems(roles, [...taken, ...subjects]),
  ];
}
