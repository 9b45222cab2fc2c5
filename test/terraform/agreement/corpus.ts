import { ADMIN_KEYS } from "./admin-keys";
import { ARGUMENTS } from "./arguments";
import { BINDINGS } from "./bindings";
import { CONDITIONS } from "./conditions";
import { FEDERATION } from "./federation";
import { IDENTITY_BLOCKS } from "./identity-blocks";
import { IDENTITY_TYPES } from "./identity-types";
import { KINDS_OF_IDENTITY } from "./kinds-of-identity";
import { KNOWN_IDENTITIES } from "./known-identities";
import { MACHINE_NAMES } from "./machine-names";
import { MACHINES } from "./machines";
import { MACHINES_OF_OTHERS } from "./machines-of-others";
import { MEMBERSHIPS } from "./memberships";
import { NAMES } from "./names";
import { ORDER_AND_NEEDS } from "./order-and-needs";
import { OWN_ROLE_BINDINGS } from "./own-role-bindings";
import { OWN_ROLES } from "./own-roles";
import { PRINCIPALS } from "./principals";
import { REFERENCES } from "./references";
import { RESOURCE_NAMES } from "./resource-names";
import { ROLE_IDS } from "./role-ids";
import { ROLES } from "./roles";
import { SCALE_SETS } from "./scale-sets";
import type { Theme } from "./small-stack";
import { STEPS } from "./steps";
import { SUBNETS } from "./subnets";
import { SYSTEM_IDENTITIES } from "./system-identities";
import { VERIFICATION } from "./verification";

/** All small stacks, in the order in which docs/agreement.md shows them. */
export const CORPUS: readonly Theme[] = [
  NAMES,
  MACHINE_NAMES,
  RESOURCE_NAMES,
  MACHINES,
  ADMIN_KEYS,
  SUBNETS,
  SCALE_SETS,
  IDENTITY_BLOCKS,
  IDENTITY_TYPES,
  KNOWN_IDENTITIES,
  MACHINES_OF_OTHERS,
  KINDS_OF_IDENTITY,
  PRINCIPALS,
  SYSTEM_IDENTITIES,
  ROLES,
  ROLE_IDS,
  BINDINGS,
  CONDITIONS,
  ORDER_AND_NEEDS,
  OWN_ROLES,
  OWN_ROLE_BINDINGS,
  FEDERATION,
  MEMBERSHIPS,
  VERIFICATION,
  REFERENCES,
  ARGUMENTS,
  STEPS,
];
