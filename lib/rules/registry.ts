import { adminPassword } from "./admin-password";
import { adminUsername } from "./admin-username";
import { attachedIdentityNameLength } from "./attached-identity-name-length";
import { broadRoleDefinition } from "./broad-role-definition";
import { computerName } from "./computer-name";
import { conditionVersion } from "./condition-version";
import { delegatedIdentity } from "./delegated-identity";
import { duplicateIdentity } from "./duplicate-identity";
import { duplicateName } from "./duplicate-name";
import { duplicateRoleBinding } from "./duplicate-role-binding";
import { duplicateRoleDefinition } from "./duplicate-role-definition";
import { extensionIdentity } from "./extension-identity";
import { identityId } from "./identity-id";
import { identityName } from "./identity-name";
import { incompleteRoleAssignment } from "./incomplete-role-assignment";
import { mergedAddress } from "./merged-address";
import { missingPrincipalType } from "./missing-principal-type";
import { missingSystemIdentity } from "./missing-system-identity";
import { namingConvention } from "./naming-convention";
import { principalIdAttribute } from "./principal-id-attribute";
import { principalIdFormat } from "./principal-id-format";
import { principalType } from "./principal-type";
import { privilegedRole } from "./privileged-role";
import { providerVersion } from "./provider-version";
import { quotedReference } from "./quoted-reference";
import { redundantRoleBinding } from "./redundant-role-binding";
import { reservedRoleDefinitionName } from "./reserved-role-definition-name";
import { resourceName } from "./resource-name";
import { roleChoice } from "./role-choice";
import { roleCondition } from "./role-condition";
import { roleDefinitionActions } from "./role-definition-actions";
import { roleDefinitionName } from "./role-definition-name";
import { roleDefinitionPrefix } from "./role-definition-prefix";
import { roleDefinitionReference } from "./role-definition-reference";
import { roleDefinitionScopes } from "./role-definition-scopes";
import { roleNotAssignable } from "./role-not-assignable";
import type { Rule } from "./rule";
import { scopeFormat } from "./scope-format";
import { unindexedReference } from "./unindexed-reference";
import { unknownRoleName } from "./unknown-role-name";
import { unresolvedNumber } from "./unresolved-number";
import { unusedIdentity } from "./unused-identity";
import { virtualMachineName } from "./virtual-machine-name";

/** All rules, in the order in which docs/rules.md and the findings of a construct show them. */
export const RULES: readonly Rule[] = [
  identityName,
  attachedIdentityNameLength,
  virtualMachineName,
  computerName,
  adminUsername,
  adminPassword,
  resourceName,
  duplicateName,
  quotedReference,
  identityId,
  duplicateIdentity,
  missingSystemIdentity,
  extensionIdentity,
  principalIdFormat,
  principalIdAttribute,
  principalType,
  missingPrincipalType,
  incompleteRoleAssignment,
  roleChoice,
  unknownRoleName,
  roleDefinitionPrefix,
  roleDefinitionReference,
  roleNotAssignable,
  scopeFormat,
  duplicateRoleBinding,
  redundantRoleBinding,
  roleCondition,
  conditionVersion,
  delegatedIdentity,
  privilegedRole,
  roleDefinitionName,
  duplicateRoleDefinition,
  reservedRoleDefinitionName,
  roleDefinitionActions,
  roleDefinitionScopes,
  broadRoleDefinition,
  mergedAddress,
  unindexedReference,
  unresolvedNumber,
  providerVersion,
  unusedIdentity,
  namingConvention,
];
