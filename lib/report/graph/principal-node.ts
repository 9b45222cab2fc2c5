import { directoryTypeOf } from "../../model/directory-principal";
import { IDENTITY_TYPE } from "../../model/identity";
import type { Model } from "../../model/model";
import { knownPrincipal, OTHER_PRINCIPAL } from "../../model/principal";
import { literalText, showValue, type Value, valueKey } from "../../model/value";
import { principalEntry } from "../principal-entry";
import type { NodeKind } from "./identity-graph";
import { identityNode, systemIdentityNode } from "./identity-node";
import { elementNode, type NodeDraft } from "./node-draft";

const KINDS: ReadonlyMap<string, NodeKind> = new Map([
  ["User", "user"],
  ["Group", "group"],
]);

/** Who gets a role or a membership: an identity of the app, or whom a principal id means. */
export function principalNode(model: Model, principal: Value, principalType?: Value): NodeDraft {
  const known = knownPrincipal(model, principal);
  const entry = principalEntry(model, known);
  if (entry?.type === IDENTITY_TYPE) return identityNode(model, entry);
  if (entry && !entry.type.startsWith("azuread_")) return systemIdentityNode(model, entry, partOf(known));
  const kind = KINDS.get(directoryTypeOf(known) ?? literalText(principalType) ?? "") ?? "principal";
  if (entry) return { ...elementNode(model, entry), kind, detail: entry.type };
  const text = showValue(principal);
  return { key: valueKey(known), kind, name: text, text };
}

/** The group that a membership is in. */
export function groupNode(model: Model, group: Value): NodeDraft {
  return { ...principalNode(model, group), kind: "group" };
}

function partOf(principal: Value): string | undefined {
  return principal.kind === "reference" ? OTHER_PRINCIPAL.exec(principal.attribute)?.[1] : undefined;
}
