import type { IResolvable } from "cdktf";
import type { ResourceOptions } from "../synth/resource-options";

/** Where a machine's boot log and screenshot go. */
export interface BootDiagnostics {
  /**
   * Blob endpoint of a storage account.
   *
   * @default - storage that Azure manages
   */
  readonly storageAccountUri?: string;
}

/** Terms of a marketplace image that has to be bought. */
export interface Plan {
  /** Name of the plan. */
  readonly name: string;

  /** Product of the plan. */
  readonly product: string;

  /** Publisher of the plan. */
  readonly publisher: string;
}

/** Arguments of azurerm that machines of every operating system have, and that most machines leave alone. */
export interface MachineOptions extends ResourceOptions {
  /**
   * Availability set. Excludes `zone`; changing it replaces the machine.
   *
   * @default - none
   */
  readonly availabilitySetId?: string;

  /**
   * Keeps a log and a screenshot of the boot; `{}` keeps them in storage that Azure manages.
   *
   * @default - not kept
   */
  readonly bootDiagnostics?: BootDiagnostics;

  /**
   * Dedicated host.
   *
   * @default - any host
   */
  readonly dedicatedHostId?: string;

  /**
   * Group of dedicated hosts, of which Azure chooses one. Excludes `dedicatedHostId`.
   *
   * @default - any host
   */
  readonly dedicatedHostGroupId?: string;

  /**
   * Whether disks and caches are encrypted on the host itself.
   *
   * @default false
   */
  readonly encryptionAtHostEnabled?: boolean | IResolvable;

  /**
   * What becomes of a spot machine that Azure takes back: `Deallocate` or `Delete`. Needed with `priority: "Spot"`.
   * Changing it replaces the machine.
   *
   * @default - none
   */
  readonly evictionPolicy?: string;

  /**
   * License that is brought along, such as `RHEL_BYOS` on Linux or `Windows_Server` on Windows.
   *
   * @default - the license of the image
   */
  readonly licenseType?: string;

  /**
   * The most that a spot machine may cost in an hour, in US dollars; -1 for no limit.
   *
   * @default - the price of a regular machine
   */
  readonly maxBidPrice?: number;

  /**
   * Who looks for missing patches: `AutomaticByPlatform` or `ImageDefault`.
   *
   * @default "ImageDefault"
   */
  readonly patchAssessmentMode?: string;

  /**
   * Who installs patches: `AutomaticByPlatform`, or on Linux `ImageDefault`, on Windows `AutomaticByOS` or `Manual`.
   *
   * @default "ImageDefault" on Linux, "AutomaticByOS" on Windows
   */
  readonly patchMode?: string;

  /**
   * Plan of a marketplace image that has to be bought. Changing it replaces the machine.
   *
   * @default - none
   */
  readonly plan?: Plan;

  /**
   * `Regular` or `Spot`. Changing it replaces the machine.
   *
   * @default "Regular"
   */
  readonly priority?: string;

  /**
   * Proximity placement group.
   *
   * @default - none
   */
  readonly proximityPlacementGroupId?: string;

  /**
   * Whether the machine boots signed software only. Changing it replaces the machine.
   *
   * @default false
   */
  readonly secureBootEnabled?: boolean | IResolvable;

  /**
   * Data in base64 that programs on the machine can read, and that can change while it runs.
   *
   * @default - none
   */
  readonly userData?: string;

  /**
   * Whether the machine has a virtual TPM. Changing it replaces the machine.
   *
   * @default false
   */
  readonly vtpmEnabled?: boolean | IResolvable;
}
