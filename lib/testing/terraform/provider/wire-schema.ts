import type { BlockSchema, NestedBlockSchema } from "../schema/schema";

/** A schema for the wire. The version is that of the state, which no stand-in ever migrates. */
export function toWireSchema(block: BlockSchema): object {
  return { version: 0, block: toWireBlock(block) };
}

function toWireBlock({ attributes, blocks }: BlockSchema): object {
  return {
    attributes: Object.entries(attributes).map(([name, { type, ...flags }]) => ({
      ...flags,
      name,
      type: Buffer.from(JSON.stringify(type)),
    })),
    block_types: Object.entries(blocks).map(([name, nested]) => toWireNested(name, nested)),
  };
}

function toWireNested(name: string, { nesting, minItems, maxItems, block }: NestedBlockSchema): object {
  return {
    type_name: name,
    nesting: nesting.toUpperCase(),
    min_items: minItems,
    // Terraform refuses any other maximum of a block that there can be one of.
    max_items: nesting === "single" ? minItems : maxItems,
    block: toWireBlock(block),
  };
}
