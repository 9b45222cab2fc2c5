import { adminPassword } from "./admin-password";
import { adminSshKey } from "./admin-ssh-key";
import { adminUsername } from "./admin-username";
import { attachedIdentityNameLength } from "./attached-identity-name-length";
import { broadRoleDefinition } from "./broad-role-definition";
import { circularOrder } from "./circular-order";
import { competingMachineIdentity } from "./competing-machine-identity";
import { computerName } from "./computer-name";
import { conditionOperator } from "./condition-operator";
import { conditionSyntax } from "./condition-syntax";
import { conditionVersion } from "./condition-version";
import { danglingIdentity } from "./dangling-identity";
import { delegatedIdentity } from "./delegated-identity";
import { deployerPermission } from "./deployer-permission";
import { duplicateFederatedCredential } from "./duplicate-federated-credential";
import { duplicateGroupMembership } from "./duplicate-group-membership";
import { duplicateIdentity } from "./duplicate-identity";
import { duplicateName } from "./duplicate-name";
import { duplicateRoleBinding } from "./duplicate-role-binding";
import { duplicateRoleDefinition } from "./duplicate-role-definition";
import { encryptionRole } from "./encryption-role";
import { entraIssuer } from "./entra-issuer";
import { equalSystemIdentities } from "./equal-system-identities";
import { extensionIdentity } from "./extension-identity";
import { federatedAudience } from "./federated-audience";
import { federatedIssuer } from "./federated-issuer";
import { federatedSubject } from "./federated-subject";
import { frozenIdentity } from "./frozen-identity";
import { groupMembersConflict } from "./group-members-conflict";
import { groupObjectId } from "./group-object-id";
import { groupTokenCache } from "./group-token-cache";
import { identityId } from "./identity-id";
import { identityName } from "./identity-name";
import { incompleteRoleAssignment } from "./incomplete-role-assignment";
import { keyVaultAuthorization } from "./key-vault-authorization";
import { kubeletIdentityRole } from "./kubelet-identity-role";
import { lockOrder } from "./lock-order";
import { loginRole } from "./login-role";
import { mergedAddress } from "./merged-address";
import { misplacedFederatedCredential } from "./misplaced-federated-credential";
import { missingPrincipalType } from "./missing-principal-type";
import { missingSystemIdentity } from "./missing-system-identity";
import { namingConvention } from "./naming-convention";
import { orchestratedIdentity } from "./orchestrated-identity";
import { ownedMachineIdentity } from "./owned-machine-identity";
import { principalIdAttribute } from "./principal-id-attribute";
import { principalIdFormat } from "./principal-id-format";
import { principalType } from "./principal-type";
import { privilegedRole } from "./privileged-role";
import { providerVersion } from "./provider-version";
import { quotedReference } from "./quoted-reference";
import { redundantRoleBinding } from "./redundant-role-binding";
import { reservedRoleDefinitionName } from "./reserved-role-definition-name";
import { resourceGroupName } from "./resource-group-name";
import { resourceName } from "./resource-name";
import { roleAssignmentCount } from "./role-assignment-count";
import { roleAssignmentName } from "./role-assignment-name";
import { roleChoice } from "./role-choice";
import { roleCondition } from "./role-condition";
import { roleDefinitionActions } from "./role-definition-actions";
import { roleDefinitionName } from "./role-definition-name";
import { roleDefinitionPrefix } from "./role-definition-prefix";
import { roleDefinitionReference } from "./role-definition-reference";
import { roleDefinitionScopes } from "./role-definition-scopes";
import { roleNotAssignable } from "./role-not-assignable";
import type { Rule } from "./rule";
import { runCommandArm64 } from "./run-command-arm64";
import { scaleSetName } from "./scale-set-name";
import { scopeFormat } from "./scope-format";
import { scopeSpelling } from "./scope-spelling";
import { singleMachineIdentity } from "./single-machine-identity";
import { skipServicePrincipalCheck } from "./skip-service-principal-check";
import { subnetId } from "./subnet-id";
import { tooManyFederatedCredentials } from "./too-many-federated-credentials";
import { tooManyRunCommands } from "./too-many-run-commands";
import { unboundIdentity } from "./unbound-identity";
import { unclearDeployerPermission } from "./unclear-deployer-permission";
import { unindexedReference } from "./unindexed-reference";
import { unknownRoleName } from "./unknown-role-name";
import { unresolvedNumber } from "./unresolved-number";
import { unusedIdentity } from "./unused-identity";
import { verifiedAccess } from "./verified-access";
import { verifiedIdentity } from "./verified-identity";
import { verifiedScope } from "./verified-scope";
import { virtualMachineName } from "./virtual-machine-name";

/** All rules, in the order in which docs/rules.md and the findings of a construct show them. */
export const RULES: readonly Rule[] = [
  identityName,
  attachedIdentityNameLength,
  virtualMachineName,
  scaleSetName,
  computerName,
  adminUsername,
  adminPassword,
  adminSshKey,
  subnetId,
  resourceName,
  resourceGroupName,
  duplicateName,
  quotedReference,
  identityId,
  duplicateIdentity,
  danglingIdentity,
  frozenIdentity,
  missingSystemIdentity,
  orchestratedIdentity,
  ownedMachineIdentity,
  competingMachineIdentity,
  extensionIdentity,
  loginRole,
  principalIdFormat,
  principalIdAttribute,
  principalType,
  missingPrincipalType,
  skipServicePrincipalCheck,
  roleAssignmentName,
  incompleteRoleAssignment,
  roleChoice,
  unknownRoleName,
  roleDefinitionPrefix,
  roleDefinitionReference,
  roleNotAssignable,
  scopeFormat,
  scopeSpelling,
  duplicateRoleBinding,
  redundantRoleBinding,
  roleAssignmentCount,
  roleCondition,
  conditionSyntax,
  conditionVersion,
  conditionOperator,
  delegatedIdentity,
  privilegedRole,
  keyVaultAuthorization,
  encryptionRole,
  kubeletIdentityRole,
  circularOrder,
  lockOrder,
  groupObjectId,
  duplicateGroupMembership,
  groupMembersConflict,
  groupTokenCache,
  roleDefinitionName,
  duplicateRoleDefinition,
  reservedRoleDefinitionName,
  roleDefinitionActions,
  roleDefinitionScopes,
  broadRoleDefinition,
  federatedIssuer,
  federatedSubject,
  federatedAudience,
  entraIssuer,
  duplicateFederatedCredential,
  tooManyFederatedCredentials,
  misplacedFederatedCredential,
  runCommandArm64,
  tooManyRunCommands,
  verifiedIdentity,
  verifiedScope,
  verifiedAccess,
  mergedAddress,
  unindexedReference,
  unresolvedNumber,
  providerVersion,
  deployerPermission,
  unclearDeployerPermission,
  unusedIdentity,
  unboundIdentity,
  singleMachineIdentity,
  equalSystemIdentities,
  namingConvention,
];
