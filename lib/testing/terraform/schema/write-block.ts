import type { AttributeSchema, BlockSchema, NestedBlockSchema, TypeExpression } from "./schema";

export const LIST_OF_STRINGS: TypeExpression = ["list", "string"];
export const MAP_OF_STRINGS: TypeExpression = ["map", "string"];

/** Attributes of one kind and type. */
export function attributes(
  kind: Omit<AttributeSchema, "type">,
  type: TypeExpression,
  names: string,
): Record<string, AttributeSchema> {
  return Object.fromEntries(names.split(" ").map((name) => [name, { type, ...kind }]));
}

export function required(type: TypeExpression, names: string): Record<string, AttributeSchema> {
  return attributes({ required: true }, type, names);
}

export function optional(type: TypeExpression, names: string): Record<string, AttributeSchema> {
  return attributes({ optional: true }, type, names);
}

export function computed(type: TypeExpression, names: string): Record<string, AttributeSchema> {
  return attributes({ computed: true }, type, names);
}

export function optionalOrComputed(type: TypeExpression, names: string): Record<string, AttributeSchema> {
  return attributes({ optional: true, computed: true }, type, names);
}

/** A block of attributes alone. */
export function nested(
  nesting: NestedBlockSchema["nesting"],
  content: BlockSchema["attributes"],
): NestedBlockSchema {
  return { nesting, minItems: 0, maxItems: 0, block: { attributes: content, blocks: {} } };
}
