import fc from "fast-check";
import type {
  AttributeSchema,
  BlockSchema,
  NestedBlockSchema,
  TypeExpression,
} from "../../../../lib/testing/terraform/schema/schema";

const NAMES = ["admin_name", "disk", "list", "map", "size_in_gb", "string_list", "value"];
/** Names of one level: the generator merges what looks alike on two levels into a struct that contains itself. */
function names(level: string): fc.Arbitrary<string> {
  return fc.constantFrom(...NAMES).map((name) => `${name}_${level}`);
}

const PRIMITIVES = fc.constantFrom<TypeExpression>("string", "number", "bool");

/** Every type that the generator supports; it takes a set inside another collection for a list. */
function types(depth: number): fc.Arbitrary<TypeExpression> {
  const outer = fc.constantFrom("list" as const, "set" as const, "map" as const);
  const inner = fc.constantFrom("list" as const, "map" as const);
  const collections = [
    fc.tuple(outer, PRIMITIVES),
    fc.tuple(outer, fc.tuple(inner, PRIMITIVES)),
  ] as fc.Arbitrary<TypeExpression>[];
  const plain = fc.oneof(PRIMITIVES, fc.constant<TypeExpression>("dynamic"), ...collections);
  if (depth === 0) return plain;
  const object = fc.tuple(fc.constant("object" as const), objectMembers(depth - 1));
  return fc.oneof(
    { weight: 2, arbitrary: plain },
    object,
    fc.tuple(outer, object),
    nestedCollections(object),
  );
}

/** The generator has no classes for a map in a map of objects. */
function nestedCollections(object: fc.Arbitrary<TypeExpression>): fc.Arbitrary<TypeExpression> {
  const lists = fc.constantFrom("list" as const, "set" as const);
  const pairs = fc.oneof(
    fc.tuple(lists, lists),
    fc.tuple(lists, fc.constant("map" as const)),
    fc.tuple(fc.constant("map" as const), lists),
  );
  return fc.tuple(pairs, object).map(([[outer, inner], of]) => [outer, [inner, of]]);
}

function objectMembers(depth: number): fc.Arbitrary<Record<string, TypeExpression>> {
  return fc.dictionary(names(`in_${"abc"[depth]}`), types(depth), {
    minKeys: 1,
    maxKeys: 3,
    noNullPrototype: true,
  });
}

const FLAGS = fc.constantFrom<Omit<AttributeSchema, "type">>(
  { required: true },
  { optional: true },
  { optional: true, computed: true },
  { computed: true },
);

/** Any schema of this depth of blocks. */
export const blockSchemas: (depth: number) => fc.Arbitrary<BlockSchema> = (depth) => {
  const attribute = fc.tuple(types(2), FLAGS).map(([type, flags]) => ({ type, ...flags }));
  const settable = attribute.filter(({ computed, optional }) => !computed || optional === true);
  const block = depth === 0 ? undefined : nestedBlocks(depth - 1);
  const members = fc.dictionary(
    names(`of_${"abc"[depth]}`),
    fc.oneof(
      attribute.map((one) => ({ attribute: one })),
      ...(block ? [block.map((one) => ({ block: one }))] : []),
    ) as fc.Arbitrary<{ attribute?: AttributeSchema; block?: NestedBlockSchema }>,
    { maxKeys: 5, noNullPrototype: true },
  );
  return fc.tuple(members, settable).map(([all, first]) => {
    const schema: { attributes: Record<string, AttributeSchema>; blocks: Record<string, NestedBlockSchema> } =
      {
        attributes: { first },
        blocks: {},
      };
    for (const [name, { attribute: one, block: nested }] of Object.entries(all)) {
      if (one) schema.attributes[name] = one;
      if (nested) schema.blocks[name] = nested;
    }
    return schema;
  });
};

function nestedBlocks(depth: number): fc.Arbitrary<NestedBlockSchema> {
  const collection = fc.record({
    nesting: fc.constantFrom("list" as const, "set" as const),
    minItems: fc.constantFrom(0, 1),
    maxItems: fc.constantFrom(0, 1),
    block: blockSchemas(depth),
  });
  const single = blockSchemas(depth).map(
    (block) => ({ nesting: "single", minItems: 0, maxItems: 0, block }) as const,
  );
  return fc.oneof(collection, single);
}

/** What configures a provider is never computed, and of its collections the bindings only know the outermost. */
export function settableOnly({ attributes, blocks }: BlockSchema): BlockSchema {
  return {
    attributes: Object.fromEntries(
      Object.entries(attributes).map(([name, { type, required }]) => [
        name,
        { type: withoutInnerSets(type), ...(required ? { required } : { optional: true }) },
      ]),
    ),
    blocks: Object.fromEntries(
      Object.entries(blocks).map(([name, nested]) => [
        name,
        { ...nested, block: settableOnly(nested.block) },
      ]),
    ),
  };
}

function withoutInnerSets(type: TypeExpression, inner = false): TypeExpression {
  if (typeof type === "string") return type;
  if (type[0] !== "object")
    return [inner && type[0] === "set" ? "list" : type[0], withoutInnerSets(type[1], true)];
  const members = Object.entries(type[1]).map(([name, one]) => [name, withoutInnerSets(one)]);
  return ["object", Object.fromEntries(members)];
}
