import type {
  OrchestratedVirtualMachineScaleSet,
  OrchestratedVirtualMachineScaleSetConfig,
} from "@cdktf/provider-azurerm/lib/orchestrated-virtual-machine-scale-set";
import type { ITerraformDependable } from "cdktf";
import { Construct } from "constructs";
import { refuseProps } from "../access/given";
import type { IUserAssignedIdentity } from "../identity/managed-identity";
import { checkStackOf } from "../synth/hook";
import { own } from "../synth/marks";
import { identityIdFor } from "./identity-block";
import { misplacedOptions } from "./misplaced-options";
import type { OrchestratedScaleSetProps } from "./orchestrated-scale-set-props";
import { scaleSetProblems } from "./scale-set-problems";
import { scaleSetProfile } from "./scale-set-profile";

/**
 * A scale set with flexible orchestration, whose machines act as no identity or as user-assigned ones. It has no
 * identity of its own: azurerm takes none for it.
 *
 * Makes one `azurerm_orchestrated_virtual_machine_scale_set`, at the address that the raw resource with the same id
 * would have.
 */
export class OrchestratedScaleSet extends Construct implements ITerraformDependable {
  /** The resource of the provider. */
  public readonly resource: OrchestratedVirtualMachineScaleSet;

  private readonly identityIds: string[] = [];

  /** @throws when props contradict each other: the message lists all of it */
  public constructor(scope: Construct, id: string, props: OrchestratedScaleSetProps) {
    const problems = [
      ...scaleSetProblems(props ?? {}),
      ...misplacedOptions(
        props ?? {},
        "bind roles to a user-assigned identity, or make it a ScaleSetWithSystemIdentity",
      ),
    ];
    refuseProps(scope, id, problems);
    super(scope, id);
    checkStackOf(this);

    const { operatingSystem, skuName, platformFaultDomainCount = 1, computerNamePrefix, customData } = props;
    this.resource = own(
      createScaleSet(this, "Default", {
        ...scaleSetProfile(props),
        skuName,
        platformFaultDomainCount,
        osProfile: { customData, ...operatingSystem._osConfiguration(computerNamePrefix) },
      }),
    );
    for (const identity of props.userAssignedIdentities ?? []) this.addUserAssignedIdentity(identity);
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
    this.resource.putIdentity({ type: "UserAssigned", identityIds: [...this.identityIds] });
  }
}

/** Loads the provider's class, which is large, when a stack needs it. */
function createScaleSet(
  scope: Construct,
  id: string,
  config: OrchestratedVirtualMachineScaleSetConfig,
): OrchestratedVirtualMachineScaleSet {
  const { createOrchestratedScaleSet } = require("./orchestrated") as typeof import("./orchestrated");
  return createOrchestratedScaleSet(scope, id, config);
}
