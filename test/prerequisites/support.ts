import { builtInRoleId } from "../../lib/azure/built-in-roles";
import type { Model } from "../../lib/model/model";
import { readValue } from "../../lib/model/value";
import type { Grant, GrantLimit } from "../../lib/prerequisites/grant";
import type { Needs, Operation } from "../../lib/prerequisites/operation";
import { needsOf } from "../../lib/prerequisites/operations";
import { type Place, showPlace } from "../../lib/prerequisites/place";
import { placeOf } from "../../lib/prerequisites/place-of";
import { SUBSCRIPTION } from "../model/source";

export const HERE = `/subscriptions/${SUBSCRIPTION}`;
export const GROUP = `${HERE}/resourceGroups/rg-orders`;
export const IN_GROUP = { resource_group_name: "rg-orders", location: "westeurope" };
export const PROVIDER = { azurerm: [{ features: [{}], subscription_id: SUBSCRIPTION }] };
export const ORDERS = "azurerm_user_assigned_identity.orders";
export const IDENTITY_ID = `${GROUP}/providers/Microsoft.ManagedIdentity/userAssignedIdentities/id-orders`;

/** The place that an id means in a stack named `app`. */
export function at(model: Model, id: string): Place {
  return placeOf(model, readValue(id, "app") ?? { kind: "literal", value: "" });
}

/** A built-in role by its name, at an id. */
export function grant(model: Model, name: string, id: string, limit?: GrantLimit): Grant {
  const role = { id: builtInRoleId(name) ?? name };
  return { role, place: at(model, id), ...(limit ? { limit } : {}) };
}

/** Operations of the resource at an address, each as one line. */
export function lines(model: Model, address: string): string[] {
  return operationsAt(model, address).map(
    ({ phase, certainty, action, place, isData }) =>
      `${phase} ${certainty} ${isData ? "data " : ""}${action} ${showPlace(place)}`,
  );
}

export function operationsAt(model: Model, address: string): Operation[] {
  return needsOf(model).operations.filter(({ subject }) => subject.address === address);
}

/** Needs of one resource alone. */
export function needsAt(model: Model, ...addresses: string[]): Needs {
  return { operations: addresses.flatMap((address) => operationsAt(model, address)), notCovered: [] };
}
