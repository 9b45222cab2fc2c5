import { groupBy } from "../../model/group-by";
import type { GraphNode } from "../graph/identity-graph";
import { label } from "./label";
import { nodeLine } from "./node-line";

/** Scopes inside of the subscription and the resource group that they are in. */
export function scopeLines(scopes: readonly GraphNode[]): string[] {
  return nested(scopes, 0, "scope");
}

const TITLES = ["subscription", "resource group"];

function nested(scopes: readonly GraphNode[], depth: number, id: string): string[] {
  const groups = groupBy(scopes, ({ within = [] }) => within[depth]?.toLowerCase() ?? "");
  const direct = groups.get("") ?? [];
  groups.delete("");
  return [
    ...direct.map(nodeLine),
    ...[...groups.values()].flatMap((inside, at) => {
      const name = inside[0]?.within?.[depth] ?? "";
      const own = `${id}_${at + 1}`;
      return subgraph(own, titleOf(name, depth), nested(inside, depth + 1, own));
    }),
  ];
}

/** What stands for a subscription of which the id is not known says that it is one. */
function titleOf(name: string, depth: number): string {
  return name.startsWith(`<${TITLES[depth]} `) ? name : `${TITLES[depth]} ${name}`;
}

/** Nodes in a frame with a title; nothing where there are none. */
export function subgraph(id: string, title: string, lines: readonly string[]): string[] {
  if (lines.length === 0) return [];
  return [`subgraph ${id}[${label(title)}]`, ...lines.map((line) => `  ${line}`), "end"];
}
