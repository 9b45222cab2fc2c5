import { ARGUMENTS } from "./arguments";
import { BINDINGS } from "./bindings";
import { CONDITIONS } from "./conditions";
import { FEDERATION } from "./federation";
import { IDENTITY_BLOCKS } from "./identity-blocks";
import { IDENTITY_TYPES } from "./identity-types";
import { MACHINE_NAMES } from "./machine-names";
import { MACHINES } from "./machines";
import { NAMES } from "./names";
import { OWN_ROLE_BINDINGS } from "./own-role-bindings";
import { OWN_ROLES } from "./own-roles";
import { PRINCIPALS } from "./principals";
import { REFERENCES } from "./references";
import { RESOURCE_NAMES } from "./resource-names";
import { ROLE_IDS } from "./role-ids";
import { ROLES } from "./roles";
import type { Theme } from "./small-stack";
import { STEPS } from "./steps";
import { SYSTEM_IDENTITIES } from "./system-identities";

/** All small stacks, in the order in which docs/agreement.md shows them. */
export const CORPUS: readonly Theme[] = [
  NAMES,
  MACHINE_NAMES,
  RESOURCE_NAMES,
  MACHINES,
  IDENTITY_BLOCKS,
  IDENTITY_TYPES,
  PRINCIPALS,
  SYSTEM_IDENTITIES,
  ROLES,
  ROLE_IDS,
  BINDINGS,
  CONDITIONS,
  OWN_ROLES,
  OWN_ROLE_BINDINGS,
  FEDERATION,
  REFERENCES,
  ARGUMENTS,
  STEPS,
];
