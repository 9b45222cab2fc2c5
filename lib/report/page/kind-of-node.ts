import type { GraphNode } from "../graph/identity-graph";

/** What a node is, in words. */
export function kindOfNode({ kind, detail = kind }: GraphNode): string {
  if (kind === "host") return typeInWords(detail);
  if (kind === "subject") return "federated subject";
  return kind === "system-assigned" || kind === "scope" ? detail : kind;
}

/** `azurerm_linux_virtual_machine` is a `linux virtual machine`. */
function typeInWords(type: string): string {
  return type.replace(/^azurerm_/, "").replaceAll("_", " ");
}
