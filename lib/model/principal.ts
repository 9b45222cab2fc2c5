import { AZAPI_PRINCIPAL } from "./azapi-host";
import type { Entry } from "./entry";
import { IDENTITY_TYPE } from "./identity";
import { lookedUpMachine } from "./looked-up-machine";
import { answeredPrincipal } from "./machine-request";
import { entryOf, type Model } from "./model";
import { remembered } from "./remembered";
import type { Value } from "./value";

/** The attribute of a host that holds the principal id of its system-assigned identity. */
export const SYSTEM_PRINCIPAL = "identity[0].principal_id";

/** Identities that Azure makes for parts of a resource, such as `kubelet_identity[0].object_id` of a cluster. */
export const OTHER_PRINCIPAL = /(?:^|\.)(\w+)_identity\[0\]\.object_id$/;

/**
 * The element whose managed identity a principal id belongs to: a user-assigned identity, or a resource with a
 * system-assigned one or with one for a part of it; `undefined` where the principal is something else or not known.
 */
export function managedIdentityOf(model: Model, principal: Value | undefined): Entry | undefined {
  const known = principal && knownPrincipal(model, principal);
  if (known?.kind !== "reference") return undefined;
  const entry = entryOf(model, known);
  if (entry?.type.startsWith("azapi_")) return AZAPI_PRINCIPAL.test(known.attribute) ? entry : undefined;
  if (!entry?.type.startsWith("azurerm_")) return undefined;
  const isPrincipal =
    entry.type === IDENTITY_TYPE
      ? known.attribute === "principal_id"
      : known.attribute === SYSTEM_PRINCIPAL || OTHER_PRINCIPAL.test(known.attribute);
  return isPrincipal ? entry : undefined;
}

/**
 * A principal id that a data source reads of a machine of the app is that of the machine, and one that a request for
 * identities was answered is that of the request; all others are themselves.
 */
export function knownPrincipal(model: Model, principal: Value): Value {
  if (principal.kind === "unknown") return answered(principal) ?? principal;
  if (principal.kind !== "reference" || principal.attribute !== SYSTEM_PRINCIPAL) return principal;
  const entry = entryOf(model, principal);
  const machine = entry && lookedUpMachine(model, entry);
  if (!machine) return principal;
  return {
    kind: "reference",
    stack: machine.stack,
    address: machine.address,
    attribute: SYSTEM_PRINCIPAL,
  };
}

const answered = remembered(answeredPrincipal);
