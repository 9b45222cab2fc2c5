import type { IUserAssignedIdentity } from "../identity/managed-identity";
import type { ResourceOptions } from "../synth/resource-options";
import type { OperatingSystem } from "./operating-system";
import type { DiffDiskSettings, SourceImageReference } from "./vm-props";

/** The disk that each machine of a scale set starts from. */
export interface ScaleSetOsDisk {
  /**
   * `None`, `ReadOnly` or `ReadWrite`.
   *
   * @default "ReadWrite"; "ReadOnly" with `diffDiskSettings`, which needs that
   */
  readonly caching?: string;

  /**
   * Keeps the disk on the host, without storage of its own; `{}` is enough. Changing it replaces the scale set.
   *
   * @default - the disk is kept in managed storage
   */
  readonly diffDiskSettings?: DiffDiskSettings;

  /**
   * `Standard_LRS`, `StandardSSD_LRS`, `StandardSSD_ZRS`, `Premium_LRS` or `Premium_ZRS`. Changing it replaces the
   * scale set.
   *
   * @default "StandardSSD_LRS", which every size of machine accepts; "Standard_LRS" with `diffDiskSettings`
   */
  readonly storageAccountType?: string;

  /**
   * Size in GiB, up to 4095.
   *
   * @default - the size of the image
   */
  readonly diskSizeGb?: number;

  /**
   * Id of the disk encryption set whose key encrypts the disk. Changing it replaces the scale set.
   *
   * @default - a key that Azure manages
   */
  readonly diskEncryptionSetId?: string;
}

/** What scale sets of both orchestration modes are made of. */
export interface ScaleSetOptions extends ResourceOptions {
  /**
   * Name of the scale set in Azure, at most 64 characters; what its computer names begin with too, unless that is
   * given.
   */
  readonly name: string;

  /** Name of the resource group. */
  readonly resourceGroupName: string;

  /** Azure region, such as `westeurope`. */
  readonly location: string;

  /**
   * How many machines there are. Where autoscale decides that, `lifecycle: { ignoreChanges: ["instances"] }` leaves it
   * alone.
   */
  readonly instances: number;

  /** Operating system of the machines, and how to log in. */
  readonly operatingSystem: OperatingSystem;

  /** Subnet in which each machine gets its network interface, `nic-<name>`. */
  readonly subnetId: string;

  /**
   * Network security group of these interfaces.
   *
   * @default - the one of the subnet alone
   */
  readonly networkSecurityGroupId?: string;

  /**
   * Backend pools of load balancers that the machines join.
   *
   * @default - none
   */
  readonly loadBalancerBackendAddressPoolIds?: string[];

  /**
   * Identities that every machine can act as. More can follow with `addUserAssignedIdentity`.
   *
   * @default - none
   */
  readonly userAssignedIdentities?: IUserAssignedIdentity[];

  /**
   * Leaves identities alone that others attach, such as Azure Policy: Terraform gives the scale set its identities when
   * it makes it, and from then on neither adds nor removes one, yours included.
   *
   * @default false
   */
  readonly ignoreExternalIdentities?: boolean;

  /**
   * Image of the marketplace. Changing its publisher or offer replaces the scale set.
   *
   * @default - Ubuntu Server 24.04 LTS or Windows Server 2022, unless `sourceImageId` is given
   */
  readonly sourceImageReference?: SourceImageReference;

  /**
   * Id of an image of your own or of a gallery.
   *
   * @default - `sourceImageReference`
   */
  readonly sourceImageId?: string;

  /**
   * The disk that each machine starts from.
   *
   * @default - a standard SSD in the size of the image, with read and write caching
   */
  readonly osDisk?: ScaleSetOsDisk;

  /**
   * What host names begin with, to which Azure adds the number of the machine: at most 58 letters, digits, `-` and `.`
   * on Linux, at most 9 letters, digits and `-` on Windows. Changing it replaces the scale set.
   *
   * @default - `name`
   */
  readonly computerNamePrefix?: string;

  /**
   * Data for cloud-init in base64, as `Fn.base64encode(...)` makes it.
   *
   * @default - none
   */
  readonly customData?: string;

  /**
   * How changes reach machines that exist: `Manual`, `Automatic` or `Rolling`. The last one needs a
   * `rolling_upgrade_policy`, and something that tells the health of a machine. Changing it replaces the scale set.
   *
   * @default "Manual"
   */
  readonly upgradeMode?: string;

  /**
   * Availability zones over which the machines are spread. Taking one away replaces the scale set.
   *
   * @default - Azure chooses
   */
  readonly zones?: string[];

  /**
   * Tags of the scale set.
   *
   * @default - no tags
   */
  readonly tags?: { [key: string]: string };
}
