import { encode } from "@msgpack/msgpack";
import fc from "fast-check";
import { nonConforming } from "../../../../lib/testing/terraform/provider/conform";
import { nonConformingToType } from "../../../../lib/testing/terraform/provider/conform-to-type";
import { equal } from "../../../../lib/testing/terraform/provider/equal";
import { typeOfBlock, type ValueType } from "../../../../lib/testing/terraform/provider/type";
import { UNKNOWN, type Value } from "../../../../lib/testing/terraform/provider/value";
import { fromWire, objectFromWire, toWire } from "../../../../lib/testing/terraform/provider/wire";
import type { BlockSchema } from "../../../../lib/testing/terraform/schema/schema";

interface Typed {
  readonly type: ValueType;
  readonly value: Value;
}

const names = fc.stringMatching(/^[a-z_]{1,8}$/);

const type = fc.letrec<{ type: ValueType }>((tie) => ({
  type: fc.oneof(
    { maxDepth: 3, depthSize: "small" },
    fc.constantFrom<ValueType>("string", "number", "bool", "dynamic"),
    fc.tuple(fc.constantFrom<"list" | "set" | "map">("list", "set", "map"), tie("type")),
    fc.tuple(fc.constant<"object">("object"), fc.dictionary(names, tie("type"), { maxKeys: 3 })),
  ),
})).type;

function anyOf(of: ValueType, depth = 0): fc.Arbitrary<Value> {
  return fc.oneof(
    { weight: 1, arbitrary: fc.constantFrom<Value>(null, UNKNOWN) },
    { weight: 8, arbitrary: knownOf(of, depth) },
  );
}

function knownOf(of: ValueType, depth: number): fc.Arbitrary<Value> {
  if (of === "string") return fc.string({ unit: "grapheme" });
  if (of === "bool") return fc.boolean();
  if (of === "number") {
    return fc.oneof(
      fc.integer(),
      fc.bigInt({ min: 2n ** 32n, max: 2n ** 63n - 1n }),
      fc.constantFrom("0.1", "18446744073709551616", "-1.5e-30", 0.5),
    );
  }
  if (of === "dynamic") {
    const inner = depth > 1 ? fc.constant<ValueType>("string") : type;
    return inner.chain((own) => anyOf(own, depth + 1).map((value) => ({ type: own as Value, value })));
  }
  if (of[0] === "map") return fc.dictionary(names, anyOf(of[1], depth), { maxKeys: 3 });
  if (of[0] === "object") {
    const members = Object.entries(of[1] as { [name: string]: ValueType });
    return fc.record(Object.fromEntries(members.map(([name, own]) => [name, anyOf(own, depth)])));
  }
  return fc.array(anyOf(of[1] as ValueType, depth), { maxLength: 3 });
}

const typed: fc.Arbitrary<Typed> = type.chain((own) => anyOf(own).map((value) => ({ type: own, value })));

test("any value of any type comes back from the wire as it was", () => {
  fc.assert(
    fc.property(typed, ({ type: own, value }) => {
      expect(fromWire(toWire(value, own))).toEqual(value);
    }),
  );
});

test("any value of any type conforms to it, and is equal to itself", () => {
  fc.assert(
    fc.property(typed, ({ type: own, value }) => {
      expect(nonConformingToType(value, own, [])).toEqual([]);
      expect(equal(value, fromWire(toWire(value, own)), own)).toBe(true);
    }),
  );
});

test("any value in which another kind was put does not conform", () => {
  fc.assert(
    fc.property(type, (own) => {
      const wrong = own === "bool" ? "true" : true;
      expect(nonConformingToType(wrong, own, ["a"])).toHaveLength(1);
      expect(nonConformingToType([wrong], ["list", own], ["a"])[0]).toMatch(/^a\[0\]: /);
    }),
  );
});

test("what is unknown but partly known, as of a prefix, is unknown", () => {
  const refined = Uint8Array.from([0xc7, 0x05, 0x0c, 0x82, 0x01, 0xc2, 0x02, 0xc0]);
  expect(fromWire({ msgpack: refined })).toBe(UNKNOWN);
});

test("an unknown is what Terraform takes for one", () => {
  expect([...toWire(UNKNOWN, "string").msgpack]).toEqual([0xd4, 0, 0]);
});

test("a dynamic value is the JSON of its type, as bytes, and the value", () => {
  const { msgpack } = toWire({ type: ["set", "string"], value: ["a"] }, "dynamic");
  expect(msgpack).toEqual(encode([Buffer.from('["set","string"]'), ["a"]]));
});

test("no object is null", () => {
  expect(objectFromWire(toWire(null, "dynamic"))).toBeNull();
});

test("in sets the order does not matter, in lists it does", () => {
  expect(equal(["a", "b"], ["b", "a"], ["set", "string"])).toBe(true);
  expect(equal(["a", "a"], ["a", "b"], ["set", "string"])).toBe(false);
  expect(equal(["a", "b"], ["b", "a"], ["list", "string"])).toBe(false);
});

test("all that is wrong with a block is told, with its place and no value", () => {
  const inner: BlockSchema = { attributes: { name: { type: "string" } }, blocks: {} };
  const block: BlockSchema = {
    attributes: {
      id: { type: "string" },
      size: { type: "number" },
      tags: { type: ["map", "string"] },
      rule: { type: ["object", { port: "number" }] },
    },
    blocks: {
      list: { nesting: "list", minItems: 0, maxItems: 0, block: inner },
      none: { nesting: "set", minItems: 0, maxItems: 0, block: inner },
      single: { nesting: "single", minItems: 0, maxItems: 0, block: inner },
    },
  };
  const wrong = {
    size: "secret",
    tags: { a: 1 },
    rule: { ports: 1 },
    list: [{ name: "ok" }, { name: ["secret"] }],
    none: null,
    single: null,
    more: true,
  };
  expect(nonConforming(wrong, block)).toEqual([
    "id: it is missing; give null, or [] for blocks",
    "more: the schema has no such name",
    "size: a string is given; a number is expected",
    "tags.a: a number is given; a string is expected",
    "rule.port: it is missing; give null, or [] for blocks",
    "rule.ports: the schema has no such name",
    "list[1].name: a list of 1 is given; a string is expected",
    "none: null is given; a list of blocks, [] for none is expected",
  ]);
  expect(typeOfBlock(block)).toBe(typeOfBlock(block));
});
