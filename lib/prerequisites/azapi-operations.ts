import type { Phase } from "../azure/operation-rows";
import type { Entry } from "../model/entry";
import type { Model } from "../model/model";
import { azapiRequest, azapiType } from "./azapi-request";
import type { OperationKind } from "./operation";

type Row = readonly [phase: Phase, verb: string, why: string];

/** What azapi does with the resource that an element names. Source: the source code of azapi 2.12. */
const ROWS: Readonly<Record<string, readonly Row[]>> = {
  azapi_resource: [
    ["create", "read", "looks whether it is there already"],
    ["create", "write", "creates it"],
    ["update", "write", "changes it"],
    ["read", "read", "reads it back"],
    ["delete", "delete", "deletes it"],
  ],
  azapi_update_resource: [
    ["create", "read", "reads it before a change"],
    ["create", "write", "changes it"],
    ["update", "read", "reads it before a change"],
    ["update", "write", "changes it"],
    ["read", "read", "reads it back"],
  ],
  "data.azapi_resource": [["read", "read", "reads it"]],
};

/** Elements that ask nothing of Azure. */
const ELSEWHERE: ReadonlySet<string> = new Set(["data.azapi_client_config", "data.azapi_resource_id"]);

/** What is asked for at the resource itself, and at its group; `undefined` where that is not known. */
export function azapiOperations(model: Model, entry: Entry): readonly OperationKind[] | undefined {
  const element = `${entry.isData ? "data." : ""}${entry.type}`;
  if (ELSEWHERE.has(element)) return [];
  if (entry.type === "azapi_resource_action") return requestOperations(model, entry);
  const type = azapiType(model, entry);
  const rows = ROWS[element];
  return type === undefined || !rows
    ? undefined
    : [
        ...rows.map(([phase, verb, why]) => atItself(phase, `${type}/${verb}`, why)),
        ...(entry.isData ? [] : following("create", type)),
      ];
}

/** A request is sent when it is created, and again when it changes; or when it is destroyed, as it says. */
function requestOperations(model: Model, entry: Entry): OperationKind[] | undefined {
  const request = azapiRequest(model, entry);
  if (!request) return undefined;
  const { method, action, type } = request;
  const phases = phasesOf(entry);
  const sent = phases.map((phase) => atItself(phase, action, WHY[method] ?? "has it do this"));
  if (method !== "PUT" && method !== "PATCH") return sent;
  const [first = "create"] = phases;
  const answer = { ...atItself(first, `${type}/read`, "reads it when it is changed"), ...LATE };
  return [...sent, answer, ...following(first, type)];
}

function phasesOf({ isData, values }: Entry): Phase[] {
  if (isData) return ["read"];
  return values.when === "destroy" ? ["delete"] : ["create", "update"];
}

const WHY: Readonly<Record<string, string>> = {
  GET: "reads it",
  HEAD: "reads it",
  PUT: "changes it",
  PATCH: "changes it",
  DELETE: "deletes it",
};

const LATE = { certainty: "conditional", when: "Azure answers before the work is done" } as const;

function atItself(phase: Phase, action: string, why: string): OperationKind {
  return { phase, action, isData: false, certainty: "always", why, scope: "self" };
}

/** Where it is known how work is followed. Source: Azure, Track asynchronous Azure operations. */
const FOLLOWED = /^Microsoft\.(?:Compute|Network)(?=\/)/i;

function following(phase: Phase, type: string): OperationKind[] {
  const [namespace] = FOLLOWED.exec(type) ?? [];
  const why = "follows the work until it is done";
  return namespace
    ? [{ ...atItself(phase, `${namespace}/locations/operations/read`, why), ...LATE, scope: "resourceGroup" }]
    : [];
}
