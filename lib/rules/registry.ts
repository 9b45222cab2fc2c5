import { attachedIdentityNameLength } from "./attached-identity-name-length";
import { computerName } from "./computer-name";
import { duplicateIdentity } from "./duplicate-identity";
import { duplicateName } from "./duplicate-name";
import { duplicateRoleBinding } from "./duplicate-role-binding";
import { identityId } from "./identity-id";
import { identityName } from "./identity-name";
import { mergedAddress } from "./merged-address";
import { missingSystemIdentity } from "./missing-system-identity";
import { principalIdAttribute } from "./principal-id-attribute";
import { principalIdFormat } from "./principal-id-format";
import { privilegedRole } from "./privileged-role";
import { roleChoice } from "./role-choice";
import type { Rule } from "./rule";
import { scopeFormat } from "./scope-format";
import { unknownRoleName } from "./unknown-role-name";
import { unresolvedNumber } from "./unresolved-number";
import { virtualMachineName } from "./virtual-machine-name";

/** All rules, in the order in which docs/rules.md and the findings of a construct show them. */
export const RULES: readonly Rule[] = [
  identityName,
  attachedIdentityNameLength,
  virtualMachineName,
  computerName,
  duplicateName,
  identityId,
  duplicateIdentity,
  missingSystemIdentity,
  principalIdFormat,
  principalIdAttribute,
  roleChoice,
  unknownRoleName,
  scopeFormat,
  duplicateRoleBinding,
  privilegedRole,
  mergedAddress,
  unresolvedNumber,
];
