import type { DeployerRequirements } from "./deployer-requirements";
import type { FederatedSubject } from "./federated-subject";
import type { UserAssignedIdentityProps } from "./user-assigned-identity-props";

/** What a deployer's identity is made of. Its `roles` are those that it gets beside what is required. */
export interface DeployerIdentityProps extends UserAssignedIdentityProps {
  /** What it needs: it gets these roles and no others. */
  readonly requirements: DeployerRequirements;

  /**
   * The pipelines that deploy, each under an id of yours, which is the name of its federated credential too. Changing an
   * id replaces the credential.
   *
   * @default - none; more can follow with `trust`
   */
  readonly subjects?: { [id: string]: FederatedSubject };

  /**
   * The subscription of stacks whose provider names none: what the pipeline has in `ARM_SUBSCRIPTION_ID`. A GUID or a
   * token.
   *
   * @default - the requirements leave no `<subscription>` open
   */
  readonly subscriptionId?: string;

  /**
   * What else scopes leave open, by the text in angle brackets: for `<var.subnet-id>` the value that this variable has
   * in the pipeline, a literal or a token. What stands for a whole scope is an ARM id.
   *
   * @default - the requirements leave nothing else open
   */
  readonly placeholders?: { [name: string]: string };
}
