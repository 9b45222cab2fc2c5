import type { GraphNode, NodeKind } from "../graph/identity-graph";
import { label } from "./label";

/** What stands around the label of a node: identities are round, groups have six corners. */
const SHAPES: Readonly<Record<NodeKind, readonly [string, string]>> = {
  host: ["[", "]"],
  subject: ["[/", "/]"],
  "user-assigned": ["([", "])"],
  "system-assigned": ["([", "])"],
  user: ["[", "]"],
  group: ["{{", "}}"],
  principal: ["[", "]"],
  scope: ["[[", "]]"],
};

export function nodeLine(node: GraphNode): string {
  const [open, close] = SHAPES[node.kind];
  const detail = detailOf(node);
  return `${node.id}${open}${label(node.name, ...(detail ? [detail] : []))}${close}`;
}

/** What a node is, in the words of its type. */
function detailOf({ kind, detail = "" }: GraphNode): string {
  switch (kind) {
    case "host":
      return wordsOf(detail);
    case "subject":
      return detail.replace(/^https:\/\//, "");
    case "system-assigned":
      return detail;
    case "scope":
      return wordsOf(detail.split("/").at(-1) ?? "");
    case "user":
    case "group":
      return kind;
    default:
      return "";
  }
}

/** `linux virtual machine` for the type of Terraform; other types stay. */
function wordsOf(type: string): string {
  return type.startsWith("azurerm_") ? type.slice("azurerm_".length).replaceAll("_", " ") : type;
}
