import { DiskEncryptionSet } from "@cdktf/provider-azurerm/lib/disk-encryption-set";
import { KeyVault } from "@cdktf/provider-azurerm/lib/key-vault";
import { KeyVaultKey } from "@cdktf/provider-azurerm/lib/key-vault-key";
import { KubernetesCluster } from "@cdktf/provider-azurerm/lib/kubernetes-cluster";
import type { TerraformStack } from "cdktf";
import {
  Deployer,
  IdentityRoleBinding,
  OperatingSystem,
  Role,
  Scope,
  VmWithSystemIdentity,
} from "cdktf-azure-identity";
import {
  GROUP_ID,
  NIC_ID,
  PLACE,
  PRINCIPAL,
  rawBinding,
  rawIdentity,
  SSH_KEY,
  SUBSCRIPTION_ID,
} from "./parts";
import { NO_DEPLOYER } from "./reasons";
import type { Theme } from "./small-stack";

const definition = (guid: string) =>
  `${SUBSCRIPTION_ID}/providers/Microsoft.Authorization/roleDefinitions/${guid}`;
const SECRETS_USER = "4633458b-17de-408a-b874-0445c86b69e6";
const BLOBS_READER = "2a2b9908-6ea1-4ae2-8e65-a410df84e7d1";

function vault(stack: TerraformStack, rbacAuthorizationEnabled: boolean): KeyVault {
  const named = { ...PLACE, name: "kv-orders", skuName: "standard", tenantId: PRINCIPAL };
  return new KeyVault(stack, "vault", { ...named, rbacAuthorizationEnabled });
}

export const ORDER_AND_NEEDS: Theme = {
  title: "Order, and what a role is for",
  file: "order-and-needs.ts",
  stacks: [
    {
      title: "a machine waits for the binding of its own identity",
      rules: ["error circular-order"],
      terraform: "fails at validate: Cycle",
      build: (stack) => {
        const vm = new VmWithSystemIdentity(stack, "vm", {
          ...PLACE,
          name: "vm-orders",
          size: "Standard_B2s",
          networkInterfaceIds: [NIC_ID],
          operatingSystem: OperatingSystem.linux({ adminUsername: "azureuser", sshPublicKey: SSH_KEY }),
        });
        const binding = { identity: vm, role: Role.builtIn("Reader"), scope: GROUP_ID };
        new IdentityRoleBinding(stack, "binding", binding).applyBefore(vm);
      },
    },
    {
      title: "a count makes 500 role assignments at one scope",
      rules: ["warning role-assignment-count"],
      terraform: "fails at apply: 409 RoleAssignmentExists",
      build: (stack) => rawBinding(stack, "reads", { count: 500 }),
    },
    {
      title: "the name of a role assignment is not a GUID",
      rules: ["error role-assignment-name"],
      terraform: 'fails at validate: expected "name" to be a valid UUID',
      build: (stack) => rawBinding(stack, "reads", { name: "orders-reads" }),
    },
    {
      title: "the check for service principals is skipped for a user",
      rules: ["warning skip-service-principal-check"],
      build: (stack) =>
        rawBinding(stack, "reads", { principalType: "User", skipServicePrincipalAadCheck: true }),
    },
    {
      title: "a condition compares GUIDs for a role with data actions of storage",
      rules: ["warning condition-operator"],
      build: (stack) =>
        rawBinding(stack, "reads", {
          roleDefinitionId: definition(BLOBS_READER),
          condition: `@Principal[Contoso:project] GuidEquals '${PRINCIPAL}'`,
          conditionVersion: "2.0",
        }),
    },
    {
      title: "a role for secrets is bound at a vault that goes by access policies",
      rules: ["warning key-vault-authorization"],
      build: (stack) =>
        rawBinding(stack, "reads", {
          scope: vault(stack, false).id,
          roleDefinitionId: definition(SECRETS_USER),
        }),
    },
    {
      title: "a disk encryption set uses a key that its identity may not",
      rules: ["warning encryption-role"],
      build: (stack) => {
        const identity = rawIdentity(stack, "disks");
        const key = {
          name: "disks",
          keyVaultId: vault(stack, true).id,
          keyType: "RSA",
          keyOpts: ["wrapKey"],
        };
        new DiskEncryptionSet(stack, "set", {
          ...PLACE,
          name: "des-orders",
          keyVaultKeyId: new KeyVaultKey(stack, "key", key).id,
          identity: { type: "UserAssigned", identityIds: [identity.id] },
        });
      },
    },
    {
      title: "a cluster may not attach the kubelet identity",
      rules: ["warning kubelet-identity-role"],
      build: (stack) => {
        const [control, kubelet] = [rawIdentity(stack, "control"), rawIdentity(stack, "kubelet")];
        new KubernetesCluster(stack, "cluster", {
          ...PLACE,
          name: "aks-orders",
          dnsPrefix: "orders",
          defaultNodePool: { name: "system", vmSize: "Standard_B2s", nodeCount: 1 },
          identity: { type: "UserAssigned", identityIds: [control.id] },
          kubeletIdentity: {
            clientId: kubelet.clientId,
            objectId: kubelet.principalId,
            userAssignedIdentityId: kubelet.id,
          },
        });
      },
    },
    {
      title: "a deployer that is declared to be a reader makes an identity",
      rules: ["error deployer-permission", "warning unclear-deployer-permission"],
      reason: NO_DEPLOYER,
      build: (stack) => {
        Deployer.of(stack).holdsOnSubscription(Role.builtIn("Reader"));
      },
    },
    {
      title: "a deployer that is declared to be an owner of a management group makes an identity",
      rules: ["warning unclear-deployer-permission"],
      build: (stack) => {
        Deployer.of(stack).holds(Role.builtIn("Owner"), Scope.managementGroup("platform"));
      },
    },
    {
      title: "a deployer that is declared to be an owner makes an identity",
      build: (stack) => {
        Deployer.of(stack).holdsOnSubscription(Role.builtIn("Owner"));
      },
    },
  ],
};
