import type { Entry } from "../../model/entry";
import type { Model } from "../../model/model";
import { named, nameOf } from "../access";
import type { GraphNode } from "./identity-graph";

/** A node before it has a number: drafts with the same key are one node, which is called as the first of them is. */
export interface NodeDraft extends Omit<GraphNode, "id"> {
  readonly key: string;
}

/** What an element of a stack tells of the node that stands for it. */
export function elementNode(model: Model, entry: Entry): Omit<NodeDraft, "kind"> {
  return {
    key: elementKey(entry),
    name: nameOf(model, entry) ?? entry.path,
    text: named(model, entry),
    path: entry.path,
    stack: entry.stack,
  };
}

export function elementKey({ stack, address }: Entry): string {
  return `${stack}|${address}`;
}
