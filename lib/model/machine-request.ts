import { actsOn } from "./azapi-host";
import type { Entry } from "./entry";
import type { Model } from "./model";
import { resourcesOf } from "./resources-of";
import type { Block } from "./terraform-json";
import { type Reference, readValue, type Value } from "./value";

const TYPES: ReadonlySet<string> = new Set(["azapi_resource_action", "azapi_update_resource"]);

/** Elements that give identities to virtual machines that need not be of this app. */
export function machineRequests(model: Model): Entry[] {
  return resourcesOf(model, (type) => TYPES.has(type)).filter((entry) => {
    const { values } = entry;
    if (values.when === "destroy" || !asksForIdentities(values.body)) return false;
    return actsOn(entry, "Microsoft.Compute/virtualMachines");
  });
}

/** Other requests start and stop a machine, or change its size; what is in an expression is not known. */
function asksForIdentities(body: unknown): boolean {
  if (typeof body !== "object" || body === null) return typeof body === "string";
  const { identity } = body as Block;
  return identity !== undefined && identity !== null;
}

const KNOWN =
  /^coalesce\(data\.azapi_resource\.[\w-]+\.output\.principalId, (azapi_resource_action\.[\w-]+\.output\.principalId)\)$/;

/** What a request's principal id is written as: that of before, or what the request answers. It is the latter's either way. */
export function answeredPrincipal(value: Value): Reference | undefined {
  const [, expression] = (value.kind === "unknown" && KNOWN.exec(value.expression)) || [];
  const answered =
    expression && value.kind === "unknown" ? readValue(`\${${expression}}`, value.stack) : undefined;
  return answered?.kind === "reference" ? answered : undefined;
}
