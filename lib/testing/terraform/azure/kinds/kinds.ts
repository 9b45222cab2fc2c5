import { COMPUTE_KINDS } from "./compute";
import { HOST_KINDS } from "./hosts";
import { IDENTITY_KINDS } from "./identity";
import type { Kinds } from "./kind";
import { NETWORK_KINDS } from "./network";
import { SCALE_SET_KINDS } from "./scale-set";
import { STORAGE_KINDS } from "./storage";
import { VIRTUAL_MACHINE_KINDS } from "./virtual-machine";

/** Types that a table describes wholly. */
export const KINDS: Kinds = {
  azurerm_resource_group: { id: "/subscriptions/{subscription}/resourceGroups/{name}" },
  ...NETWORK_KINDS,
  ...STORAGE_KINDS,
  ...VIRTUAL_MACHINE_KINDS,
  ...SCALE_SET_KINDS,
  ...COMPUTE_KINDS,
  ...IDENTITY_KINDS,
  ...HOST_KINDS,
};
