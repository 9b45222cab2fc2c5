import type { AssignedRole } from "../access/assigned-role";
import type { VmProps } from "./vm-props";

/** What a virtual machine with an identity of its own is made of. */
export interface VmWithSystemIdentityProps extends VmProps {
  /**
   * What the machine's own identity may do: a binding for each role, below this construct under an id of yours.
   *
   * @default - no roles; more can follow with `assignRole`
   */
  readonly roles?: AssignedRole[];

  /**
   * Whether the principal id is looked up once the machine is as it should be, by a data source, instead of being taken
   * from the machine. Then one apply can switch the identity on for a machine that exists and bind roles to it. Needs
   * Terraform 1.5. Changing it while roles are bound replaces these bindings, once.
   *
   * @default false
   */
  readonly principalIdLookupEnabled?: boolean;
}
