import { RoleAssignment, type RoleAssignmentConfig } from "@cdktf/provider-azurerm/lib/role-assignment";
import { stringToTerraform } from "cdktf";
import type { Construct } from "constructs";
import { hclText } from "../synth/hcl-text";

/** Arguments that are asked for when the stack is synthesized; what a user sets on the resource comes before them. */
export interface LateArguments {
  readonly principalId: () => string;
  /**
   * Is given the scope as it then is, after setters, aspects and overrides.
   *
   * @default - the role is among the other arguments
   */
  readonly roleDefinitionId?: (scope: string) => string;
}

/** A role assignment whose principal and role are worked out when the stack is synthesized, without tokens for them. */
export class LateRoleAssignment extends RoleAssignment {
  public constructor(
    scope: Construct,
    id: string,
    config: Omit<RoleAssignmentConfig, "principalId">,
    private late: LateArguments,
  ) {
    super(scope, id, config as RoleAssignmentConfig);
  }

  public override get principalIdInput(): string {
    return super.principalIdInput ?? this.late.principalId();
  }

  public override get roleDefinitionIdInput(): string | undefined {
    return super.roleDefinitionIdInput ?? this.late.roleDefinitionId?.(this.effectiveScope());
  }

  public override resetRoleDefinitionId(): void {
    super.resetRoleDefinitionId();
    this.late = { principalId: this.late.principalId };
  }

  /** cdktf shows overrides nowhere but in the whole JSON. */
  private effectiveScope(): string {
    const { rawOverrides } = this as unknown as { readonly rawOverrides: { readonly scope?: string } };
    return rawOverrides.scope ?? (this.scopeInput as string);
  }

  protected override synthesizeAttributes(): { [name: string]: unknown } {
    const attributes = super.synthesizeAttributes();
    attributes.principal_id = stringToTerraform(this.principalIdInput);
    attributes.role_definition_id = stringToTerraform(this.roleDefinitionIdInput);
    return attributes;
  }

  protected override synthesizeHclAttributes(): { [name: string]: unknown } {
    const { roleDefinitionIdInput: role } = this;
    return {
      ...super.synthesizeHclAttributes(),
      principal_id: hclText(this.principalIdInput),
      ...(role === undefined ? {} : { role_definition_id: hclText(role) }),
    };
  }
}
