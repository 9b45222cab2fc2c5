import { RoleDefinition } from "@cdktf/provider-azurerm/lib/role-definition";
import type { ITerraformDependable } from "cdktf";
import { Construct } from "constructs";
import { deferredString, once } from "../synth/deferred";
import { checkStackOf } from "../synth/hook";
import { own } from "../synth/marks";
import type { ResourceOptions } from "../synth/resource-options";
import { kindProblems, refuseProps, text } from "./given";
import { Role } from "./role";

/** What a role of your own allows, and where it can be given. */
export interface CustomRoleProps extends ResourceOptions {
  /** Display name, unique in the tenant; Azure recommends at most 256 characters. */
  readonly name: string;

  /**
   * Where the role is defined: a subscription or a management group, as `Scope.subscription(...)` writes it. Changing
   * it replaces the role.
   */
  readonly scope: string;

  /**
   * Operations that the role allows, such as `Microsoft.Compute/virtualMachines/start/action`; `*` stands for any text.
   *
   * @default - none
   */
  readonly actions?: string[];

  /**
   * Operations taken out of `actions`. They are not denied: another role can still allow them.
   *
   * @default - none
   */
  readonly notActions?: string[];

  /**
   * Operations on data that the role allows, such as
   * `Microsoft.Storage/storageAccounts/blobServices/containers/blobs/read`.
   *
   * @default - none
   */
  readonly dataActions?: string[];

  /**
   * Operations taken out of `dataActions`.
   *
   * @default - none
   */
  readonly notDataActions?: string[];

  /**
   * Scopes in which the role can be given; at most one management group. With `dataActions` it can be given in the
   * subscriptions of that group, not at the group itself.
   *
   * @default - `scope`
   */
  readonly assignableScopes?: string[];

  /**
   * What the role is for; at most 512 characters.
   *
   * @default - no description
   */
  readonly description?: string;
}

const KINDS = {
  name: text('a display name; write it, for example "Orders Operator"'),
  scope: text("a subscription or a management group; pass Scope.currentSubscription(this)"),
};

/**
 * A role of your own.
 *
 * Makes one `azurerm_role_definition`, at the address that the raw resource with the same id would have.
 */
export class CustomRole extends Construct implements ITerraformDependable {
  /** The resource of the provider. */
  public readonly resource: RoleDefinition;

  /** The role as bindings take it. They refer to the resource: Terraform makes the role first. */
  public readonly role: Role;

  /** @throws when name or scope is not given: the message lists both */
  public constructor(scope: Construct, id: string, props: CustomRoleProps) {
    refuseProps(scope, id, kindProblems(props, KINDS));
    super(scope, id);
    checkStackOf(this);
    const { actions, notActions, dataActions, notDataActions, ...definition } = props;
    this.resource = own(
      new RoleDefinition(this, "Default", {
        ...definition,
        permissions: [{ actions, notActions, dataActions, notDataActions }],
      }),
    );
    const resourceId = once(() => this.resource.roleDefinitionResourceId);
    this.role = Role._fromResourceId(deferredString(this, resourceId));
  }

  /** The resource id of the definition, `.../providers/Microsoft.Authorization/roleDefinitions/<guid>`. */
  public get id(): string {
    return this.resource.roleDefinitionResourceId;
  }

  public get name(): string {
    return this.resource.name;
  }

  /** What `dependsOn` of other constructs and resources uses. */
  public get fqn(): string {
    return this.resource.fqn;
  }
}
