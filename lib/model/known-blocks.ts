import { hasDynamic } from "./entry";
import type { Block } from "./terraform-json";

/** All blocks of a name; none where a `dynamic` block makes them, as what is in them is known to Terraform alone. */
export function knownBlocks(values: Block, name: string): Block[] {
  if (hasDynamic(values, name)) return [];
  const blocks = [values[name]].flat() as unknown[];
  return blocks.filter((block): block is Block => typeof block === "object" && block !== null);
}
