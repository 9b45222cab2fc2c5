import { builtInRoleId } from "../../azure/built-in-roles";
import { type Binding, guidOfRole, nameOfRole } from "../../model/binding";
import type { Model } from "../../model/model";
import { showValue } from "../../model/value";
import { showPlace } from "../../prerequisites/place";
import { placeOf } from "../../prerequisites/place-of";
import { showPrincipal, showRole, showScope } from "../access";
import { compare } from "../compare";
import type { GraphNode, IdentityGraph } from "../graph/identity-graph";
import { showGroup } from "../memberships";
import { addressKey } from "./address-key";
import type { ReportAccess, ReportMembership } from "./report-document";

/** Who may do what where. */
export function reportAccess(model: Model, graph: IdentityGraph): ReportAccess[] {
  const principals = startsByAddress(graph, "role");
  return model.bindings
    .map((binding): ReportAccess => {
      const { scope, condition, entry } = binding;
      const { stack, path, address, repeated } = entry;
      const node = principals.get(addressKey(entry));
      return {
        principal: identityText(node) ?? showPrincipal(model, binding),
        principalKind: node?.kind ?? "principal",
        role: showRole(model, binding),
        roleId: roleIdOf(binding),
        scope: showScope(model, scope),
        scopeId: scope ? showPlace(placeOf(model, scope)) : "(none)",
        condition: condition && showValue(condition),
        isRepeated: repeated,
        stack,
        path,
        address,
      };
    })
    .sort((a, b) => compare(a.principal, b.principal) || compare(a.path, b.path));
}

/** Who becomes a member of which group. */
export function reportMemberships(model: Model, graph: IdentityGraph): ReportMembership[] {
  const members = startsByAddress(graph, "member");
  return model.groupMemberships
    .map(({ entry, member, group }) => {
      const { stack, path, address } = entry;
      const principal = { principal: member, principalType: undefined };
      return {
        member: identityText(members.get(addressKey(entry))) ?? showPrincipal(model, principal),
        group: showGroup(model, group),
        stack,
        path,
        address,
      };
    })
    .sort((a, b) => compare(a.member, b.member) || compare(a.path, b.path));
}

/** The nodes at which edges begin, by what makes the edge. */
function startsByAddress({ nodes, edges }: IdentityGraph, kind: "role" | "member"): Map<string, GraphNode> {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  return new Map(
    edges.flatMap((edge) => {
      const from = edge.kind === kind ? byId.get(edge.from) : undefined;
      return from ? [[addressKey(edge), from] as const] : [];
    }),
  );
}

/** What the graph calls an identity: where it is looked up as well, as that which makes it. */
function identityText(node: GraphNode | undefined): string | undefined {
  return node?.kind.endsWith("-assigned") ? node.text : undefined;
}

function roleIdOf(binding: Binding): string | undefined {
  const name = nameOfRole(binding);
  return guidOfRole(binding) ?? (name === undefined ? undefined : builtInRoleId(name));
}
