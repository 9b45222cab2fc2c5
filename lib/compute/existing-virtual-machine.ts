import type { TerraformProvider } from "cdktf";
import type { Construct } from "constructs";
import { kindProblems, refuse } from "../access/given";
import { Scope } from "../access/scope";
import { LOOKUP } from "../identity/lookup-kinds";
import { knownMachineId } from "./machine-id";

/** A virtual machine: one that exists, a construct of this library, a raw resource, or an object of your own. */
export interface IVirtualMachine {
  /** Resource id, `/subscriptions/.../providers/Microsoft.Compute/virtualMachines/<name>`. */
  readonly id: string;
}

/** Where to look up a virtual machine that exists. */
export interface VirtualMachineLookup {
  /** Name of the machine. */
  readonly name: string;

  /** Name of its resource group. */
  readonly resourceGroupName: string;

  /**
   * The azurerm provider whose subscription holds the machine.
   *
   * @default - the azurerm provider of the stack that has no alias
   */
  readonly provider?: TerraformProvider;
}

/** A virtual machine that this app does not own. It is nothing but an id: no construct, no resource. */
export class ExistingVirtualMachine implements IVirtualMachine {
  /**
   * A machine by its resource id, in whatever subscription. A literal gets its fixed parts in the case that Azure
   * documents; a token is taken as it is.
   *
   * @throws when a literal is not the id of a virtual machine
   */
  public static fromId(virtualMachineId: string): ExistingVirtualMachine {
    return new ExistingVirtualMachine(knownMachineId(virtualMachineId));
  }

  /**
   * A machine by name and resource group. The subscription comes from `data.azurerm_subscription.current-subscription`,
   * of which there is one per provider in each stack.
   *
   * @throws when name or group is not given
   */
  public static fromName(scope: Construct, lookup: VirtualMachineLookup): ExistingVirtualMachine {
    refuse("ExistingVirtualMachine.fromName", kindProblems(lookup, LOOKUP));
    const subscription = Scope.currentSubscription(scope, lookup.provider);
    return new ExistingVirtualMachine(
      `${subscription}/resourceGroups/${lookup.resourceGroupName}/providers/Microsoft.Compute/virtualMachines/${lookup.name}`,
    );
  }

  private constructor(public readonly id: string) {}
}
