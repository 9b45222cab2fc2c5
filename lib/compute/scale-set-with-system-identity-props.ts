import type { AssignedRole } from "../access/assigned-role";
import type { ScaleSetProps } from "./scale-set-props";

/** What a scale set with an identity of its own is made of. */
export interface ScaleSetWithSystemIdentityProps extends ScaleSetProps {
  /**
   * What the scale set's own identity may do: a binding for each role, below this construct under an id of yours.
   *
   * @default - no roles; more can follow with `assignRole`
   */
  readonly roles?: AssignedRole[];

  /**
   * Whether the principal id is looked up once the scale set is as it should be, by a data source, instead of being
   * taken from the scale set. Then one apply can switch the identity on for a scale set that exists and bind roles to
   * it. Needs Terraform 1.5. Changing it while roles are bound replaces these bindings, once.
   *
   * @default false
   */
  readonly principalIdLookupEnabled?: boolean;
}
