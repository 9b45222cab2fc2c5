import type { Entry } from "../model/entry";
import { readLinked } from "../model/link";
import type { Model } from "../model/model";
import type { Value } from "../model/value";
import { valuesAt } from "./argument-values";

/** User-assigned identities that an element of azapi gives to a resource and takes from it. */
export interface AzapiIdentities {
  /** `undefined` where Terraform alone knows them. */
  readonly attached: readonly Value[] | undefined;
  readonly detached: readonly Value[];
}

/** Those of the `identity` block of `azapi_resource` and of the body of any request. */
export function azapiIdentities(model: Model, { stack, values }: Entry): AzapiIdentities {
  const read = (raw: unknown) => readLinked(raw, stack, model.links) ?? [];
  const block = valuesAt(values, ["identity", "identity_ids"]);
  const bodies = valuesAt(values, ["body", "identity"]) ?? [];
  const users = (valuesAt(values, ["body", "identity", "userAssignedIdentities"]) ?? []).map(usersIn);
  const taken = bodies.flatMap((body) => (typeof body === "string" ? takenIn(body) : []));
  const isOpen = bodies.some((body) => typeof body === "string" && takenIn(body).length === 0);
  const isKnown = block && users.every((one) => one) && !isOpen;
  const attached = users.flatMap((one) => one?.attached ?? []);
  return {
    attached: isKnown ? [...block, ...attached].flatMap(read) : undefined,
    detached: [...users.flatMap((one) => one?.detached ?? []), ...taken].flatMap(read),
  };
}

/** Null takes an identity away. */
function usersIn(map: unknown): { readonly attached: string[]; readonly detached: string[] } | undefined {
  if (typeof map !== "object" || map === null) return undefined;
  const isGone = ([, given]: [string, unknown]) => given === null || given === "${null}";
  const ids = Object.entries(map);
  return {
    attached: ids.filter((one) => !isGone(one)).map(([id]) => id),
    detached: ids.filter(isGone).map(([id]) => id),
  };
}

const TAKEN = /\(((?:[^()"]|"(?:[^"\\]|\\.)*")+)\) = null/g;

/** Ids that an expression has as keys of null: such a request of this library attaches none. */
function takenIn(expression: string): string[] {
  return [...expression.matchAll(TAKEN)].map(([, key = ""]) =>
    key.startsWith('"') ? key.slice(1, -1) : `\${${key}}`,
  );
}
