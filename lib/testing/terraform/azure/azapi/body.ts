import type { ObjectValue, Value } from "../../provider/value";
import { isObjectValue } from "../../provider/value";
import { typeOf as identityType } from "../identity/block";
import type { Azure, Resource } from "../store/azure";
import { armType, lastName } from "../store/ids";
import { text } from "../values";

/** A resource as Resource Manager answers with it. */
export function bodyOf(azure: Azure, { id, state, body, identities }: Resource): ObjectValue {
  const attached = identities && {
    type: identityType(identities),
    ...(identities.systemPrincipal && {
      principalId: identities.systemPrincipal,
      tenantId: azure.tenantId,
    }),
    ...(identities.user.length > 0 && {
      userAssignedIdentities: Object.fromEntries(
        identities.user.map((each) => [each, azure.userAssigned(each)]),
      ),
    }),
  };
  return {
    properties: {},
    ...body,
    id,
    name: lastName(id),
    type: armType(id) ?? "Microsoft.Resources/resourceGroups",
    location: text(body?.location) ?? text(state?.location) ?? "westeurope",
    ...(attached && { identity: attached }),
  };
}

/** Key by key, in exactly their case; what the second says wins. Source: azapi, docs/resources/update_resource.md. */
export function merged(one: Value | undefined, other: Value | undefined): Value {
  if (other === undefined) return one ?? null;
  if (!isObjectValue(one) || !isObjectValue(other)) return other;
  const names = new Set([...Object.keys(one), ...Object.keys(other)]);
  return Object.fromEntries([...names].map((name) => [name, merged(one[name], other[name])]));
}

/** What is kept of a body: the rest is told from the id, or is Azure's to say. */
export function keptOf(body: ObjectValue): ObjectValue {
  const { id: _id, name: _name, type: _type, identity: _identity, ...kept } = body;
  return kept;
}
