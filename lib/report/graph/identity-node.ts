import type { Entry } from "../../model/entry";
import { IDENTITY_TYPE } from "../../model/identity";
import { identityPlace } from "../../model/identity-place";
import { entryOf, follow, type Model } from "../../model/model";
import { showValue, type Value, valueKey } from "../../model/value";
import { elementKey, elementNode, type NodeDraft } from "./node-draft";

/** A resource that runs as identities. */
export function hostNode(model: Model, entry: Entry): NodeDraft {
  return { ...elementNode(model, entry), kind: "host", detail: entry.type };
}

/** The identity that Azure makes for a resource, or for a part of it such as the kubelet of a cluster. */
export function systemIdentityNode(model: Model, entry: Entry, part = "system-assigned"): NodeDraft {
  const host = elementNode(model, entry);
  return {
    ...host,
    key: `${host.key}|${part}`,
    kind: "system-assigned",
    text: `${host.text}, ${part}`,
    detail: part,
  };
}

/** A user-assigned identity that a stack makes or looks up. */
export function identityNode(model: Model, entry: Entry): NodeDraft {
  const { stack, address } = entry;
  const key = placeKey(model, { kind: "reference", stack, address, attribute: "id" }) ?? elementKey(entry);
  return { ...elementNode(model, entry), key, kind: "user-assigned" };
}

/** The user-assigned identity of an id. */
export function identityOfId(model: Model, id: Value): NodeDraft {
  const given = follow(model, id) ?? id;
  const entry = given.kind === "reference" ? entryOf(model, given) : undefined;
  if (entry?.type === IDENTITY_TYPE) return identityNode(model, entry);
  return {
    key: placeKey(model, given) ?? valueKey(given),
    kind: "user-assigned",
    name: identityPlace(model, given)?.name ?? showValue(given),
    text: showValue(given),
  };
}

/** Who gets tokens of an identity: the same subject of the same issuer is one node, whoever trusts it. */
export function subjectNode(model: Model, subject: Value, issuer: Value | undefined): NodeDraft {
  const known = follow(model, subject) ?? subject;
  const by = follow(model, issuer);
  const text = showValue(known);
  return {
    key: ["subject", valueKey(known), by ? valueKey(by) : ""].join("|"),
    kind: "subject",
    name: text,
    text,
    ...(by ? { detail: showValue(by) } : {}),
  };
}

/** The same for an identity that is made in one stack and looked up or written out in another. */
function placeKey(model: Model, id: Value): string | undefined {
  const place = identityPlace(model, id);
  return place && [place.subscription, place.resourceGroupName, place.name].join("|").toLowerCase();
}
