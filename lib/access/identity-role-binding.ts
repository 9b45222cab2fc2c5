import type { Construct } from "constructs";
import type { IManagedIdentity } from "../identity/managed-identity";
import { checkBinding } from "./binding-problems";
import { PrincipalRoleBinding } from "./principal-role-binding";
import type { RoleBindingOptions } from "./role-binding-options";

/** Who may do what, and where. */
export interface IdentityRoleBindingProps extends RoleBindingOptions {
  /** The identity that gets the role. */
  readonly identity: IManagedIdentity;
}

/**
 * Binds a role to an identity at a scope.
 *
 * Makes one `azurerm_role_assignment`, at the address that the raw resource with the same id would have. It always
 * says that the principal is a service principal, so that Azure takes one which it has not replicated yet, and
 * refers to the role in the form that Azure reports for the scope, so that no plan shows a replacement.
 */
export class IdentityRoleBinding extends PrincipalRoleBinding {
  /** @throws when identity, role or scope is none, or `propagationDelay` is not a duration: the message lists all of it */
  public constructor(scope: Construct, id: string, props: IdentityRoleBindingProps) {
    const { identity, ...options } = props ?? {};
    checkBinding(scope, id, "identity", identity, options);
    super(scope, id, { ...options, principal: identity });
  }
}
