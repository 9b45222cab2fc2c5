import { FederatedIdentityCredential } from "@cdktf/provider-azurerm/lib/federated-identity-credential";
import { type ITerraformDependable, Token } from "cdktf";
import { Construct } from "constructs";
import { kindProblems, objectWith, refuseProps } from "../access/given";
import { TOKEN_EXCHANGE_AUDIENCE } from "../azure/token-exchange-audiences";
import { deferredString, once } from "../synth/deferred";
import { checkStackOf } from "../synth/hook";
import { own } from "../synth/marks";
import type { ResourceOptions } from "../synth/resource-options";
import type { FederatedSubject } from "./federated-subject";
import type { IUserAssignedIdentity } from "./managed-identity";
import { resourceGroupIn } from "./resource-group-of";
import { USER_ASSIGNED } from "./user-assigned-kind";

/** Which workload may act as which identity. */
export interface FederatedCredentialProps extends ResourceOptions {
  /**
   * The identity that the workload acts as. The provider of the credential has to be one of its subscription. Another
   * identity replaces the credential.
   */
  readonly identity: IUserAssignedIdentity;

  /** The workload that is trusted. It changes in place. */
  readonly subject: FederatedSubject;

  /**
   * Name of the credential: 3-120 letters, digits, `-` and `_`, first a letter or digit, once on the identity.
   * Changing it replaces the credential.
   *
   * @default - the id of the construct
   */
  readonly name?: string;

  /**
   * What the tokens are made for (`aud`); in other clouds than the public one `api://AzureADTokenExchangeUSGov` or
   * `api://AzureADTokenExchangeChina`.
   *
   * @default - `api://AzureADTokenExchange`
   */
  readonly audience?: string;
}

const KINDS = {
  identity: USER_ASSIGNED,
  subject: objectWith(
    "subject",
    "a FederatedSubject; use FederatedSubject.gitHubBranch(...), or one of the others",
  ),
};

/**
 * Trusts a workload outside of Azure, such as a pipeline or a pod, to act as a user-assigned identity: it exchanges the
 * token of its own issuer for one of the identity, and no secret is kept anywhere.
 *
 * Makes one `azurerm_federated_identity_credential`, at the address that the raw resource with the same id would have.
 * Its resource group is that of the identity.
 */
export class FederatedCredential extends Construct implements ITerraformDependable {
  /** The resource of the provider. */
  public readonly resource: FederatedIdentityCredential;

  /** @throws when identity or subject is none: the message lists both */
  public constructor(scope: Construct, id: string, props: FederatedCredentialProps) {
    refuseProps(scope, id, kindProblems(props, KINDS));
    super(scope, id);
    checkStackOf(this);
    const { identity, subject, name = id, audience = TOKEN_EXCHANGE_AUDIENCE, ...options } = props;
    const identityId = once(() => identity.id);
    const groupName = once(() => (identity as Grouped).resourceGroupName ?? "");
    this.resource = own(
      new FederatedIdentityCredential(this, "Default", {
        ...options,
        name,
        issuer: this.explained(subject.issuer),
        subject: this.explained(subject.subject),
        audience: [audience],
        parentId: deferredString(this, identityId),
        resourceGroupName: deferredString(
          this,
          (context) => groupName() || resourceGroupIn(identityId(), context),
        ),
      }),
    );
  }

  /** Text of another stack can make the two refer to each other, which cdktf alone would not explain. */
  private explained(text: string): string {
    return Token.isUnresolved(text) ? deferredString(this, () => text) : text;
  }

  /** The resource id, `.../userAssignedIdentities/<identity>/federatedIdentityCredentials/<name>`. */
  public get id(): string {
    return this.resource.id;
  }

  public get name(): string {
    return this.resource.name;
  }

  /** What `dependsOn` of other constructs and resources uses. */
  public get fqn(): string {
    return this.resource.fqn;
  }
}

/** Identities that an app makes or looks up say their group as well as their id. */
interface Grouped {
  readonly resourceGroupName?: string;
}
