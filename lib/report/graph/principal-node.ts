import { directoryTypeOf } from "../../model/directory-principal";
import { IDENTITY_TYPE } from "../../model/identity";
import { entryOf, type Model } from "../../model/model";
import { knownPrincipal, managedIdentityOf, OTHER_PRINCIPAL } from "../../model/principal";
import { literalText, showValue, type Value, valueKey } from "../../model/value";
import type { NodeKind } from "./identity-graph";
import { identityNode, systemIdentityNode } from "./identity-node";
import { elementNode, type NodeDraft } from "./node-draft";

const KINDS: { readonly [principalType: string]: NodeKind } = { User: "user", Group: "group" };

/** Who gets a role or a membership: an identity of the app, or whom a principal id means. */
export function principalNode(model: Model, principal: Value, principalType?: Value): NodeDraft {
  const known = knownPrincipal(model, principal);
  const holder = managedIdentityOf(model, principal);
  if (holder?.type === IDENTITY_TYPE) return identityNode(model, holder);
  if (holder) return systemIdentityNode(model, holder, partOf(known));
  const entry = known.kind === "reference" ? entryOf(model, known) : undefined;
  const kind = KINDS[directoryTypeOf(known) ?? literalText(principalType) ?? ""] ?? "principal";
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
