import type { Entry } from "../model/entry";
import { argument, type Model } from "../model/model";
import { literalText } from "../model/value";

/** One request to Resource Manager that an element of azapi makes. */
export interface AzapiRequest {
  readonly method: string;
  /** What Resource Manager calls the type of what it is sent to. */
  readonly type: string;
  /** What Azure checks for it. */
  readonly action: string;
}

/** Types whose actions have another name. */
const NAMED: Readonly<Record<string, string>> = {
  "microsoft.resources/resourcegroups": "Microsoft.Resources/subscriptions/resourceGroups",
};

/** What Resource Manager calls the type of an element; `undefined` where it is not written out. */
export function azapiType(model: Model, entry: Entry): string | undefined {
  const [, type] = /^([\w.]+(?:\/\w+)+)@/.exec(literalText(argument(model, entry, "type")) ?? "") ?? [];
  return type && (NAMED[type.toLowerCase()] ?? type);
}

const VERBS: Readonly<Record<string, string>> = {
  GET: "read",
  HEAD: "read",
  PUT: "write",
  PATCH: "write",
  DELETE: "delete",
};

/**
 * The request of `azapi_resource_action`, as a resource or a data source; `undefined` where no more than Terraform knows
 * it. A POST is an action of its own. Source: Azure, Understand Azure role definitions (actions format).
 */
export function azapiRequest(model: Model, entry: Entry): AzapiRequest | undefined {
  const type = azapiType(model, entry);
  const method = textOr(model, entry, "method", "POST")?.toUpperCase();
  const asked = textOr(model, entry, "action", "");
  if (type === undefined || method === undefined || asked === undefined || !/^\w*$/.test(asked))
    return undefined;
  const of = asked === "" ? type : `${type}/${asked}`;
  if (VERBS[method]) return { method, type, action: `${of}/${VERBS[method]}` };
  return method === "POST" && asked !== "" ? { method, type, action: `${of}/action` } : undefined;
}

function textOr(model: Model, entry: Entry, name: string, preset: string): string | undefined {
  const value = argument(model, entry, name);
  return value ? literalText(value) : preset;
}
