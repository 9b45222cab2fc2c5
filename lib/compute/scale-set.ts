import type { LinuxVirtualMachineScaleSet } from "@cdktf/provider-azurerm/lib/linux-virtual-machine-scale-set";
import type { WindowsVirtualMachineScaleSet } from "@cdktf/provider-azurerm/lib/windows-virtual-machine-scale-set";
import type { ITerraformDependable } from "cdktf";
import { Construct } from "constructs";
import { refuseProps } from "../access/given";
import type { IUserAssignedIdentity } from "../identity/managed-identity";
import { checkStackOf } from "../synth/hook";
import { own } from "../synth/marks";
import { identityBlock, identityIdFor } from "./identity-block";
import { misplacedOptions } from "./misplaced-options";
import { uniformProblems } from "./scale-set-problems";
import { scaleSetProfile } from "./scale-set-profile";
import type { ScaleSetProps } from "./scale-set-props";

/**
 * A scale set of equal machines that act as no identity or as user-assigned ones. For one with an identity of its own
 * see `ScaleSetWithSystemIdentity`: changing the class switches that identity on or off, in place.
 *
 * Makes one `azurerm_linux_virtual_machine_scale_set` or `azurerm_windows_virtual_machine_scale_set`, at the address
 * that the raw resource with the same id would have. Its orchestration is uniform; for the flexible one see
 * `OrchestratedScaleSet`.
 */
export class ScaleSet extends Construct implements ITerraformDependable {
  /** The resource of the provider. */
  public readonly resource: LinuxVirtualMachineScaleSet | WindowsVirtualMachineScaleSet;

  private readonly identityIds: string[] = [];

  /** @throws when props contradict each other: the message lists all of it */
  public constructor(scope: Construct, id: string, props: ScaleSetProps) {
    const problems = uniformProblems(props ?? {});
    if (!new.target.prototype._hasSystemIdentity) {
      problems.push(
        ...misplacedOptions(props ?? {}, "make it a ScaleSetWithSystemIdentity, or leave that out"),
      );
    }
    refuseProps(scope, id, problems);
    super(scope, id);
    checkStackOf(this);

    const { operatingSystem, sku, healthProbeId, computerNamePrefix, customData } = props;
    this.resource = own(
      operatingSystem._createScaleSet(this, "Default", {
        ...scaleSetProfile(props),
        sku,
        healthProbeId,
        computerNamePrefix,
        customData,
      }),
    );
    for (const identity of props.userAssignedIdentities ?? []) {
      this.identityIds.push(identityIdFor(this, identity));
    }
    this.putIdentity();
  }

  public get id(): string {
    return this.resource.id;
  }

  public get name(): string {
    return this.resource.name;
  }

  /** What `dependsOn` of other constructs and resources uses. */
  public get fqn(): string {
    return this.resource.fqn;
  }

  /** Lets the machines act as one more identity. Azure adds it in place. */
  public addUserAssignedIdentity(identity: IUserAssignedIdentity): void {
    this.identityIds.push(identityIdFor(this, identity));
    this.putIdentity();
  }

  /**
   * Whether the scale set has an identity of its own.
   *
   * @internal
   */
  protected get _hasSystemIdentity(): boolean {
    return false;
  }

  private putIdentity(): void {
    const block = identityBlock(this._hasSystemIdentity, this.identityIds);
    if (block) this.resource.putIdentity(block);
  }
}
