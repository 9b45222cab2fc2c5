import type { BlockSchema, NestedBlockSchema, TypeExpression } from "../schema/schema";

/** A type of a schema, or a tuple, which only values of type `dynamic` have. */
export type ValueType =
  | "string"
  | "number"
  | "bool"
  | "dynamic"
  | ["list" | "set" | "map", ValueType]
  | ["object", { [name: string]: ValueType }]
  | ["tuple", ValueType[]];

const types = new WeakMap<BlockSchema, ValueType>();

/** The type of the values of a block. */
export function typeOfBlock(block: BlockSchema): ValueType {
  let type = types.get(block);
  if (type === undefined) {
    type = ["object", membersOf(block)];
    types.set(block, type);
  }
  return type;
}

function membersOf(block: BlockSchema): { [name: string]: ValueType } {
  const members: { [name: string]: ValueType } = {};
  for (const [name, { type }] of Object.entries(block.attributes))
    members[name] = type satisfies TypeExpression;
  for (const [name, nested] of Object.entries(block.blocks)) members[name] = typeOfNested(nested);
  return members;
}

/** The type of all blocks of one name in a block. */
export function typeOfNested({ nesting, block }: NestedBlockSchema): ValueType {
  return nesting === "single" ? typeOfBlock(block) : [nesting, typeOfBlock(block)];
}

/** The type of what a step leads to, or undefined where there is nothing, or nothing that a schema knows. */
export function typeOfStep(type: ValueType, step: string | number): ValueType | undefined {
  if (!Array.isArray(type)) return undefined;
  if (type[0] === "object") return Object.hasOwn(type[1], step) ? type[1][step] : undefined;
  if (type[0] === "tuple") return type[1][Number(step)];
  return type[1];
}
