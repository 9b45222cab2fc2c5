import {
  FederatedIdentityCredential,
  type FederatedIdentityCredentialConfig,
} from "@cdktf/provider-azurerm/lib/federated-identity-credential";
import type { TerraformStack } from "cdktf";
import { FederatedSubject, type UserAssignedIdentity } from "cdktf-azure-identity";
import { PRINCIPAL, rawIdentity, SHARED_IDENTITY_ID } from "./parts";
import type { Theme } from "./small-stack";

function credential(
  stack: TerraformStack,
  identity: Pick<UserAssignedIdentity, "id">,
  config: Partial<FederatedIdentityCredentialConfig> = {},
): FederatedIdentityCredential {
  const { name = "main" } = config;
  return new FederatedIdentityCredential(stack, `credential-${name}`, {
    resourceGroupName: "rg-orders",
    parentId: identity.id,
    audience: ["api://AzureADTokenExchange"],
    issuer: "https://token.actions.githubusercontent.com",
    subject: `repo:shop/orders:ref:refs/heads/${name}`,
    name,
    ...config,
  });
}

export const FEDERATION: Theme = {
  title: "Federated credentials",
  file: "federation.ts",
  stacks: [
    {
      title: "an identity has a federated credential",
      build: (stack, ours) => credential(stack, ours),
    },
    {
      title: "a federated credential has a name of two characters",
      rules: ["error resource-name"],
      terraform: "fails at apply: 400 BadRequest",
      build: (stack, ours) => credential(stack, ours, { name: "gh" }),
    },
    {
      title: "a federated credential is put into another group than its identity is in",
      rules: ["error misplaced-federated-credential"],
      terraform: "fails at apply: 404 ParentResourceNotFound",
      build: (stack) => {
        const identity = rawIdentity(stack, "orders");
        credential(stack, identity, { resourceGroupName: "rg-reports" });
      },
    },
    {
      title: "two federated credentials of an identity have one issuer and subject",
      rules: ["error duplicate-federated-credential"],
      terraform: "fails at apply: 409 Conflict",
      build: (stack, ours) => {
        const first = credential(stack, ours);
        credential(stack, ours, { name: "again", subject: first.subjectInput, dependsOn: [first] });
      },
    },
    {
      title: "an identity has 21 federated credentials",
      rules: ["error too-many-federated-credentials"],
      terraform: "fails at apply: 400 BadRequest",
      build: (stack, ours) => {
        for (let number = 1; number <= 21; number++) credential(stack, ours, { name: `branch-${number}` });
      },
    },
    {
      title: "the parent of a federated credential is written with resourcegroups in small letters",
      rules: ["error identity-id"],
      terraform:
        'fails at validate: parsing the UserAssignedIdentity ID of "parent_id": the case of its segments of ...',
      build: (stack) =>
        credential(stack, { id: SHARED_IDENTITY_ID.replace("resourceGroups", "resourcegroups") }),
    },
    {
      title: "an identity trusts a branch, with the construct",
      build: (_, ours) =>
        ours.trust("main", FederatedSubject.gitHubBranch({ repository: "shop/orders", branch: "main" })),
    },
    {
      title: "a federated credential has no subject in it",
      rules: ["error federated-subject"],
      terraform: "fails at apply: 400 BadRequest",
      build: (stack, ours) => credential(stack, ours, { subject: "" }),
    },
    {
      title: "a federated credential has a star in its subject",
      rules: ["warning federated-subject"],
      build: (stack, ours) => credential(stack, ours, { subject: "repo:shop/orders:ref:refs/heads/*" }),
    },
    {
      title: "a federated credential has an issuer without https",
      rules: ["warning federated-issuer"],
      build: (stack, ours) => credential(stack, ours, { issuer: "http://issuer.example" }),
    },
    {
      title: "a federated credential has no audience in its list",
      rules: ["error federated-audience"],
      terraform: "fails at apply: 400 BadRequest",
      build: (stack, ours) => credential(stack, ours, { audience: [] }),
    },
    {
      title: "a federated credential trusts another identity",
      rules: ["warning entra-issuer"],
      build: (stack, ours) =>
        credential(stack, ours, {
          issuer: `https://login.microsoftonline.com/${PRINCIPAL}/v2.0`,
          subject: PRINCIPAL,
        }),
    },
    {
      title: "a federated credential is in a stack that admits azurerm 5",
      rules: ["warning provider-version"],
      build: (stack, ours) => {
        credential(stack, ours);
        stack.addOverride("terraform.required_providers.azurerm.version", ">= 4.55");
      },
    },
  ],
};
