import type { LinuxVirtualMachine } from "@cdktf/provider-azurerm/lib/linux-virtual-machine";
import type { NetworkInterface } from "@cdktf/provider-azurerm/lib/network-interface";
import type { WindowsVirtualMachine } from "@cdktf/provider-azurerm/lib/windows-virtual-machine";
import type { ITerraformDependable } from "cdktf";
import { Construct } from "constructs";
import { refuseProps } from "../access/given";
import type { IUserAssignedIdentity } from "../identity/managed-identity";
import { deferredString, once } from "../synth/deferred";
import { checkStackOf } from "../synth/hook";
import { own } from "../synth/marks";
import { identityBlock, identityIdFor } from "./identity-block";
import { ignoringIdentity } from "./ignoring-identity";
import { misplacedOptions } from "./misplaced-options";
import { osDiskOf } from "./os-disk";
import type { VmProps } from "./vm-props";
import { vmPropsProblems } from "./vm-props-problems";

/**
 * A virtual machine that acts as no identity or as user-assigned ones. For one with an identity of its own see
 * `VmWithSystemIdentity`: changing the class switches that identity on or off, in place.
 *
 * Makes one `azurerm_linux_virtual_machine` or `azurerm_windows_virtual_machine`, at the address that the raw
 * resource with the same id would have, and with `subnetId` one `azurerm_network_interface`.
 */
export class Vm extends Construct implements ITerraformDependable {
  /** The resource of the provider. */
  public readonly resource: LinuxVirtualMachine | WindowsVirtualMachine;

  /** The network interface that was made in `subnetId`. */
  public readonly networkInterface?: NetworkInterface;

  private readonly identityIds: string[] = [];

  /** @throws when props contradict each other: the message lists all of it */
  public constructor(scope: Construct, id: string, props: VmProps) {
    const problems = vmPropsProblems(props ?? {});
    if (!new.target.prototype._hasSystemIdentity) {
      problems.push(...misplacedOptions(props ?? {}, "make it a VmWithSystemIdentity, or leave that out"));
    }
    refuseProps(scope, id, problems);
    super(scope, id);
    checkStackOf(this);

    const { operatingSystem, subnetId, userAssignedIdentities = [], ...rest } = props;
    const { publicIpAddressEnabled: _, ignoreExternalIdentities, ...others } = rest;
    const { osDisk, sourceImageReference: image, ...machine } = others;
    if (subnetId !== undefined) this.networkInterface = networkInterfaceOf(this, props, subnetId);
    const nic = this.networkInterface;
    this.resource = own(
      operatingSystem._createMachine(this, "Default", {
        ...machine,
        ...(ignoreExternalIdentities ? { lifecycle: ignoringIdentity(machine.lifecycle) } : {}),
        ...(image ? { sourceImageReference: { ...image, version: image.version ?? "latest" } } : {}),
        osDisk: osDiskOf(osDisk),
        networkInterfaceIds: nic
          ? [
              deferredString(
                this,
                once(() => nic.id),
              ),
            ]
          : (props.networkInterfaceIds ?? []),
      }),
    );
    for (const identity of userAssignedIdentities) this.identityIds.push(identityIdFor(this, identity));
    this.putIdentity();
  }

  public get id(): string {
    return this.resource.id;
  }

  public get name(): string {
    return this.resource.name;
  }

  /** The private address of the primary network interface. */
  public get privateIpAddress(): string {
    return this.resource.privateIpAddress;
  }

  /** The public address of the primary network interface; empty when it has none. */
  public get publicIpAddress(): string {
    return this.resource.publicIpAddress;
  }

  /** What `dependsOn` of other constructs and resources uses. */
  public get fqn(): string {
    return this.resource.fqn;
  }

  /** Lets the machine act as one more identity. Azure adds it in place. */
  public addUserAssignedIdentity(identity: IUserAssignedIdentity): void {
    this.identityIds.push(identityIdFor(this, identity));
    this.putIdentity();
  }

  /**
   * Whether the machine has an identity of its own.
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

/** Loads the provider's classes for networks when a machine needs them. */
function networkInterfaceOf(vm: Vm, props: VmProps, subnetId: string): NetworkInterface {
  const { createNetworkInterface } = require("./network") as typeof import("./network");
  return createNetworkInterface(vm, props, subnetId);
}
