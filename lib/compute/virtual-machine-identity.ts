import type { ITerraformDependable, TerraformResource } from "cdktf";
import { Construct } from "constructs";
import { refuseProps } from "../access/given";
import { checkStackOf } from "../synth/hook";
import { attachIdentities } from "./attach-identities";
import { identityProblems } from "./virtual-machine-identity-problems";
import type { VirtualMachineIdentityProps } from "./virtual-machine-identity-props";

/**
 * Attaches user-assigned identities to a virtual machine that this app does not own, beside all that it has, and takes
 * them away on destroy. For an identity of the machine's own see `VirtualMachineSystemIdentity`.
 *
 * Makes one `azapi_resource_action` for all identities, at the address of the construct, one that runs on destroy, and
 * two `data.azapi_resource` that read the machine.
 */
export class VirtualMachineIdentity extends Construct implements ITerraformDependable {
  /** The request that attaches, `azapi_resource_action`. */
  public readonly resource: TerraformResource;

  /** @throws when there is nothing to attach, or an identity is named twice: the message lists all of it */
  public constructor(scope: Construct, id: string, props: VirtualMachineIdentityProps) {
    const problems = identityProblems(props ?? {}, false);
    refuseProps(scope, id, problems);
    super(scope, id);
    checkStackOf(this);
    this.resource = attachIdentities(this, { ...props, isSystem: false }).attach;
  }

  /** Resource id of the machine, known once the identities are attached. */
  public get id(): string {
    return this.resource.getStringAttribute("output.id");
  }

  /** What `dependsOn` of other constructs and resources uses. */
  public get fqn(): string {
    return this.resource.fqn;
  }
}
