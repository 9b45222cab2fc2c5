import type { IPrincipal } from "../access/principal";

/**
 * Something that has a principal in Entra and can be given roles: a construct of this library, a raw provider
 * resource with these attributes, or an object of your own.
 */
export interface IManagedIdentity extends IPrincipal {
  /** Id of the Entra tenant of the identity, a GUID. */
  readonly tenantId: string;
}

/** A user-assigned identity, from wherever: made here, looked up, or a raw provider resource. */
export interface IUserAssignedIdentity extends IManagedIdentity {
  /** Resource id, `/subscriptions/.../providers/Microsoft.ManagedIdentity/userAssignedIdentities/<name>`. */
  readonly id: string;

  /** Name of the resource. */
  readonly name: string;

  /** Client id (application id), a GUID: what programs pass to ask for a token of this identity. */
  readonly clientId: string;
}
