import type { BlockSchema, NestedBlockSchema } from "../schema/schema";
import { equal } from "./equal";
import { typeOfBlock } from "./type";
import { isObjectValue, type ObjectValue, UNKNOWN, type Value } from "./value";

/** What a new object will be: what is computed and not given is not known yet, in its blocks too. */
export function planNew(proposed: ObjectValue, block: BlockSchema): ObjectValue {
  const planned = { ...proposed };
  for (const [name, { computed }] of Object.entries(block.attributes)) {
    if (computed && planned[name] === null) planned[name] = UNKNOWN;
  }
  return withBlocks(planned, block, (item, nested) => planNew(item, nested.block));
}

/**
 * What an object will be after an update. Terraform has put in what was computed before, so that only blocks that are
 * new or changed have anything left to compute.
 */
export function planUpdate(prior: ObjectValue, proposed: ObjectValue, block: BlockSchema): ObjectValue {
  return withBlocks(proposed, block, (item, nested, name, index) => {
    const type = typeOfBlock(nested.block);
    const before = itemsOf(prior[name]);
    const kept = nested.nesting === "set" ? before : before.slice(index, index + 1);
    return kept.some((other) => equal(other, item, type)) ? item : planNew(item, nested.block);
  });
}

function withBlocks(
  object: ObjectValue,
  block: BlockSchema,
  change: (item: ObjectValue, nested: NestedBlockSchema, name: string, index: number) => ObjectValue,
): ObjectValue {
  const changed = { ...object };
  for (const [name, nested] of Object.entries(block.blocks)) {
    const blocks = changed[name];
    const of = (item: Value, index: number) =>
      isObjectValue(item) ? change(item, nested, name, index) : item;
    changed[name] = Array.isArray(blocks) ? blocks.map(of) : of(blocks, 0);
  }
  return changed;
}

function itemsOf(blocks: Value | undefined): Value[] {
  if (Array.isArray(blocks)) return blocks;
  return isObjectValue(blocks) ? [blocks] : [];
}
