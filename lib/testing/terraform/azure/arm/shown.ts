import type { Request } from "../../provider/behaviour";
import { type ObjectValue, UNKNOWN, type Value } from "../../provider/value";
import type { BlockSchema } from "../../schema/schema";
import type { Kind } from "../kinds/kind";
import { settle } from "../settle";
import type { Azure, Resource } from "../store/azure";
import { lastName } from "../store/ids";
import { fill, text } from "../values";
import { argumentsFrom } from "./arguments";

const LOCATION = "westeurope";

/** The whole state of a resource, with what Azure computes. */
export function completed(
  azure: Azure,
  kind: Kind,
  id: string,
  planned: ObjectValue,
  schema: BlockSchema | undefined,
): ObjectValue {
  const values: ObjectValue = {
    ...(kind.computed ?? {}),
    ...identityIds(azure, id),
    id,
    name: lastName(id),
    location: LOCATION,
    tenant_id: azure.tenantId,
  };
  return settle(planned, id, schema, (path) => filled(values[path], { ...values, ...planned }));
}

/** The state of what Terraform did not write: the arguments are in its id, and Azure computes the rest. */
export function described(azure: Azure, kind: Kind, { id }: Resource, request: Request): ObjectValue {
  const { schema } = request;
  const given = argumentsFrom(kind.id, id);
  const open: ObjectValue = schema ? openObject(schema) : { id: UNKNOWN, name: UNKNOWN, ...given };
  const planned = { ...open };
  for (const name of Object.keys(open)) planned[name] = given[name] ?? open[name] ?? null;
  return completed(azure, kind, id, planned, schema);
}

/** Of what is optional nothing is there; the rest has some value. */
function openObject({ attributes, blocks }: BlockSchema): ObjectValue {
  return Object.fromEntries([
    ...Object.entries(attributes).map(([name, { required, computed }]): [string, Value] => [
      name,
      required || computed ? UNKNOWN : null,
    ]),
    ...Object.entries(blocks).map(([name, { nesting }]): [string, Value] => [
      name,
      nesting === "single" ? null : [],
    ]),
  ]);
}

function identityIds(azure: Azure, id: string): ObjectValue {
  const { principalId, clientId } = azure.userAssigned(id);
  const isIdentity = /\/userAssignedIdentities\/[^/]+$/i.test(id);
  return isIdentity ? { principal_id: principalId, client_id: clientId } : {};
}

function filled(value: Value | undefined, words: ObjectValue): Value | undefined {
  if (typeof value !== "string") return value;
  return fill(value, (name) => text(words[name])) ?? value;
}
