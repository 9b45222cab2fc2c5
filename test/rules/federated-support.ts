import {
  FederatedIdentityCredential,
  type FederatedIdentityCredentialConfig,
} from "@cdktf/provider-azurerm/lib/federated-identity-credential";
import type { TerraformStack } from "cdktf";
import { FederatedCredential, FederatedSubject, UserAssignedIdentity } from "cdktf-azure-identity";
import { IDENTITY_ID } from "./support";

export const ISSUER = "https://token.actions.githubusercontent.com";

/** A raw federated credential that no rule objects to, unless told otherwise. */
export function rawCredential(
  stack: TerraformStack,
  id: string,
  config: Partial<FederatedIdentityCredentialConfig> = {},
): FederatedIdentityCredential {
  return new FederatedIdentityCredential(stack, id, {
    name: `cred-${id}`,
    parentId: IDENTITY_ID,
    resourceGroupName: "rg-orders",
    issuer: ISSUER,
    subject: `repo:shop/${id}:pull_request`,
    audience: ["api://AzureADTokenExchange"],
    ...config,
  });
}

/** One of the library, of any issuer and subject. */
export function credential(
  stack: TerraformStack,
  id: string,
  given: { readonly issuer?: string; readonly subject?: string; readonly audience?: string } = {},
): FederatedCredential {
  const { issuer = ISSUER, subject = `repo:shop/${id}:pull_request`, ...rest } = given;
  const identity = UserAssignedIdentity.fromAttributes({ id: IDENTITY_ID });
  return new FederatedCredential(stack, id, {
    identity,
    name: `cred-${id}`,
    subject: FederatedSubject.of({ issuer, subject }),
    ...rest,
  });
}
