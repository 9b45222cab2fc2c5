import type { Entry } from "../../model/entry";
import { IDENTITY_TYPE } from "../../model/identity";
import type { Model } from "../../model/model";
import { managedIdentityOf } from "../../model/principal";
import { principalUses } from "../../model/principal-use";
import { literalText } from "../../model/value";
import { showRole } from "../access";
import type { GraphEdge } from "./identity-graph";
import { hostNode, identityOfId, subjectNode, systemIdentityNode } from "./identity-node";
import type { NodeDraft } from "./node-draft";
import { groupNode, principalNode } from "./principal-node";
import { scopeNode } from "./scope-node";

/** An edge before its ends have numbers. */
export interface EdgeDraft extends Pick<GraphEdge, "kind" | "label"> {
  readonly from: NodeDraft;
  readonly to: NodeDraft;
  /** What makes it. */
  readonly entry: Entry;
}

export function edgeDrafts(model: Model): EdgeDraft[] {
  const uses = [...memberEdges(model), ...roleEdges(model)];
  return [...withoutRepeats([...hasEdges(model), ...partEdges(model)]), ...federationEdges(model), ...uses];
}

function hasEdges(model: Model): EdgeDraft[] {
  return model.hosts.flatMap(({ entry, hasSystemIdentity, identityIds = [] }) => {
    const identities = [
      ...(hasSystemIdentity ? [systemIdentityNode(model, entry)] : []),
      ...identityIds.map((id) => identityOfId(model, id)),
    ];
    return identities.map((to) => ({ kind: "has" as const, from: hostNode(model, entry), to, entry }));
  });
}

/** Identities of parts of a resource, and of resources outside of the app, are known by what they are given alone. */
function partEdges(model: Model): EdgeDraft[] {
  return principalUses(model).flatMap(({ principal }) => {
    const entry = managedIdentityOf(model, principal);
    if (!principal || !entry || entry.type === IDENTITY_TYPE) return [];
    return { kind: "has" as const, from: hostNode(model, entry), to: principalNode(model, principal), entry };
  });
}

function withoutRepeats(edges: readonly EdgeDraft[]): EdgeDraft[] {
  return [...new Map(edges.map((edge) => [`${edge.from.key} ${edge.to.key}`, edge])).values()];
}

function federationEdges(model: Model): EdgeDraft[] {
  return model.federatedCredentials.flatMap(({ entry, name, issuer, subject, identityId }) => {
    if (!subject || !identityId) return [];
    const label = literalText(name);
    return {
      kind: "federation" as const,
      from: subjectNode(model, subject, issuer),
      to: identityOfId(model, identityId),
      ...(label === undefined ? {} : { label }),
      entry,
    };
  });
}

function memberEdges(model: Model): EdgeDraft[] {
  return model.groupMemberships.flatMap(({ entry, group, member }) => {
    if (!group || !member) return [];
    return {
      kind: "member" as const,
      from: principalNode(model, member),
      to: groupNode(model, group),
      entry,
    };
  });
}

function roleEdges(model: Model): EdgeDraft[] {
  return model.bindings.flatMap((binding) => {
    const { entry, principal, principalType, scope } = binding;
    if (!principal || !scope) return [];
    return {
      kind: "role" as const,
      from: principalNode(model, principal, principalType),
      to: scopeNode(model, scope),
      label: showRole(model, binding),
      entry,
    };
  });
}
