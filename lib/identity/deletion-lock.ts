import { ManagementLock } from "@cdktf/provider-azurerm/lib/management-lock";
import type { UserAssignedIdentity } from "@cdktf/provider-azurerm/lib/user-assigned-identity";
import { TerraformResource, TerraformStack } from "cdktf";
import type { Construct } from "constructs";
import { remembered } from "../model/remembered";
import { deferredString } from "../synth/deferred";
import { elementsOf } from "../synth/element-marks";
import { own } from "../synth/marks";
import { resolverFor } from "../synth/resolver";

/** What Azure cannot delete while an identity is locked, by the argument that says which identity it belongs to. */
const BLOCKED: { readonly [type: string]: { readonly argument: string; readonly input: string } } = {
  azurerm_role_assignment: { argument: "scope", input: "scopeInput" },
  azurerm_federated_identity_credential: { argument: "parent_id", input: "parentIdInput" },
};

/** Bindings are many and locks few: what a text means in a stack is worked out once for all of them. */
const resolverOf = remembered(resolverFor);

/**
 * The lock of an identity. It waits for the role assignments and federated credentials of its stack that it would keep
 * from being deleted, however they are made: Terraform then takes it away before them.
 */
export class DeletionLock extends ManagementLock {
  public constructor(
    scope: Construct,
    id: string,
    private readonly identity: UserAssignedIdentity,
  ) {
    super(scope, id, {
      name: "deletion-lock",
      lockLevel: "CanNotDelete",
      scope: deferredString(scope, () => idOf(identity)),
      ...(identity.provider ? { provider: identity.provider } : {}),
    });
  }

  public override get terraformMetaArguments(): { [name: string]: unknown } {
    const { dependsOn = [], ...others } = super.terraformMetaArguments;
    const all = [...dependsOn, ...this.blocked()];
    return { ...others, ...(all.length > 0 ? { dependsOn: all } : {}) };
  }

  private blocked(): string[] {
    const stack = TerraformStack.of(this);
    const id = idOf(this.identity);
    return elementsOf(stack)
      .filter(TerraformResource.isTerraformResource)
      .filter((element) => belongsTo(element) === id)
      .map(({ terraformResourceType, friendlyUniqueId }) => `${terraformResourceType}.${friendlyUniqueId}`);
  }
}

/** The lock of an identity, as a child of its construct. */
export function createDeletionLock(owner: Construct, identity: UserAssignedIdentity): DeletionLock {
  return own(new DeletionLock(owner, "deletion-lock", identity));
}

function idOf({ friendlyUniqueId }: UserAssignedIdentity): string {
  return `\${azurerm_user_assigned_identity.${friendlyUniqueId}.id}`;
}

/** The id that an element names as what it belongs to; overrides of it come first, as in its JSON. */
function belongsTo(element: TerraformResource): unknown {
  const blocked = BLOCKED[element.terraformResourceType];
  if (!blocked || element.hasResourceMove()) return undefined;
  const inputs = element as unknown as { readonly [name: string]: unknown };
  const overrides = inputs.rawOverrides as { readonly [name: string]: unknown };
  const given = overrides[blocked.argument] ?? inputs[blocked.input];
  return typeof given === "string" && given.includes("{")
    ? resolverOf(TerraformStack.of(element))(given)
    : undefined;
}
