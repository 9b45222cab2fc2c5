import type { Entry } from "./entry";
import type { Value } from "./value";

/** A federated credential: tokens that an issuer gives to a subject are taken for those of a user-assigned identity. */
export interface FederatedCredential {
  readonly entry: Entry;
  readonly name: Value | undefined;
  readonly issuer: Value | undefined;
  readonly subject: Value | undefined;
  /** `undefined` when the list is not known at synth. */
  readonly audiences: readonly Value[] | undefined;
  /** The identity: `parent_id`, which azurerm calls `user_assigned_identity_id` from 4.60 on. */
  readonly identityId: Value | undefined;
  readonly resourceGroupName: Value | undefined;
}

export const FEDERATED_CREDENTIAL_TYPE = "azurerm_federated_identity_credential";

export function readFederatedCredential(
  entry: Entry,
  readAll: (raw: unknown) => Value[],
): FederatedCredential {
  const { values } = entry;
  const read = (raw: unknown): Value | undefined => readAll(raw)[0];
  return {
    entry,
    name: read(values.name),
    issuer: read(values.issuer),
    subject: read(values.subject),
    audiences: typeof values.audience === "string" ? undefined : readAll(values.audience),
    identityId: read(values.parent_id ?? values.user_assigned_identity_id),
    resourceGroupName: read(values.resource_group_name),
  };
}
