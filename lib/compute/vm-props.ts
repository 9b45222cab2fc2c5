import type { IUserAssignedIdentity } from "../identity/managed-identity";
import type { MachineOptions } from "./machine-options";
import type { OperatingSystem } from "./operating-system";

/** Image of the marketplace. */
export interface SourceImageReference {
  /** Publisher, such as `Canonical`. */
  readonly publisher: string;

  /** Offer, such as `ubuntu-24_04-lts`. */
  readonly offer: string;

  /** SKU, such as `server`. */
  readonly sku: string;

  /**
   * Version of the image.
   *
   * @default "latest"
   */
  readonly version?: string;
}

/** An OS disk on the host itself, which keeps nothing when the machine is moved or deallocated. */
export interface DiffDiskSettings {
  /**
   * Where on the host: `CacheDisk`, `ResourceDisk` or `NvmeDisk`. Changing it replaces the machine.
   *
   * @default "CacheDisk"
   */
  readonly placement?: string;
}

/** The disk that a machine starts from. */
export interface OsDisk {
  /**
   * `None`, `ReadOnly` or `ReadWrite`.
   *
   * @default "ReadWrite"; "ReadOnly" with `diffDiskSettings`, which needs that
   */
  readonly caching?: string;

  /**
   * Keeps the disk on the host, without storage of its own; `{}` is enough. Changing it replaces the machine.
   *
   * @default - the disk is kept in managed storage
   */
  readonly diffDiskSettings?: DiffDiskSettings;

  /**
   * `Standard_LRS`, `StandardSSD_LRS`, `StandardSSD_ZRS`, `Premium_LRS` or `Premium_ZRS`. Changing it replaces the
   * machine.
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
   * Id of the disk encryption set whose key encrypts the disk.
   *
   * @default - a key that Azure manages
   */
  readonly diskEncryptionSetId?: string;

  /**
   * Name of the disk. Changing it replaces the machine.
   *
   * @default - a name that Azure makes
   */
  readonly name?: string;
}

/** What a virtual machine is made of. */
export interface VmProps extends MachineOptions {
  /** Name of the machine in Azure, at most 64 characters; its computer name too, unless that is given. */
  readonly name: string;

  /** Name of the resource group. */
  readonly resourceGroupName: string;

  /** Azure region, such as `westeurope`. */
  readonly location: string;

  /** Size of the machine, such as `Standard_B2s`. */
  readonly size: string;

  /** Operating system, and how to log in. */
  readonly operatingSystem: OperatingSystem;

  /**
   * Subnet in which one network interface, `nic-<name>`, is made for the machine. Give this or `networkInterfaceIds`.
   *
   * @default - no interface is made
   */
  readonly subnetId?: string;

  /**
   * Ids of network interfaces that exist, the primary one first. Give this or `subnetId`.
   *
   * @default - the interface made in `subnetId`
   */
  readonly networkInterfaceIds?: string[];

  /**
   * Whether the interface made in `subnetId` gets a static public address, `pip-<name>`.
   *
   * @default false
   */
  readonly publicIpAddressEnabled?: boolean;

  /**
   * Identities that the machine can act as. More can follow with `addUserAssignedIdentity`.
   *
   * @default - none
   */
  readonly userAssignedIdentities?: IUserAssignedIdentity[];

  /**
   * Leaves identities alone that others attach, such as Azure Policy: Terraform gives the machine its identities when
   * it makes it, and from then on neither adds nor removes one, yours included.
   *
   * @default false
   */
  readonly ignoreExternalIdentities?: boolean;

  /**
   * Image of the marketplace. Changing it replaces the machine.
   *
   * @default - Ubuntu Server 24.04 LTS or Windows Server 2022, unless `sourceImageId` is given
   */
  readonly sourceImageReference?: SourceImageReference;

  /**
   * Id of an image of your own or of a gallery. Changing it replaces the machine.
   *
   * @default - `sourceImageReference`
   */
  readonly sourceImageId?: string;

  /**
   * The disk that the machine starts from.
   *
   * @default - a standard SSD in the size of the image, with read and write caching
   */
  readonly osDisk?: OsDisk;

  /**
   * Host name: at most 64 letters, digits, `-` and `.` on Linux, at most 15 letters, digits and `-` on Windows.
   * Changing it replaces the machine.
   *
   * @default - `name`
   */
  readonly computerName?: string;

  /**
   * Data for cloud-init in base64, as `Fn.base64encode(...)` makes it. Changing it replaces the machine.
   *
   * @default - none
   */
  readonly customData?: string;

  /**
   * Availability zone: `1`, `2` or `3`. Changing it replaces the machine.
   *
   * @default - Azure chooses
   */
  readonly zone?: string;

  /**
   * Tags of the machine and of what is made along with it.
   *
   * @default - no tags
   */
  readonly tags?: { [key: string]: string };
}
