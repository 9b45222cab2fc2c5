import { planUpdate } from "../../../../lib/testing/terraform/provider/plan";
import { replacingPaths } from "../../../../lib/testing/terraform/provider/replacement";
import type { ValueType } from "../../../../lib/testing/terraform/provider/type";
import { type ObjectValue, UNKNOWN, type Value } from "../../../../lib/testing/terraform/provider/value";
import { toWirePath } from "../../../../lib/testing/terraform/provider/wire-path";
import type { BlockSchema } from "../../../../lib/testing/terraform/schema/schema";

const part: ValueType = ["object", { name: "string", size: "number" }];
const type: ValueType = [
  "object",
  { list: ["list", part], set: ["set", part], one: part, tags: ["map", "string"] },
];

test.each<[string, string, Value, Value, Value[]]>([
  ["a change in a list block", "list.name", [{ name: "a" }], [{ name: "b" }], [["list", 0, "name"]]],
  ["nothing where another attribute changes", "list.name", [{ size: 1 }], [{ size: 2 }], []],
  ["an added block", "list.name", [], [{ name: "b" }], [["list", 0, "name"]]],
  ["an added block that says nothing of it", "list.name", [], [{ name: null }], []],
  ["a removed block", "list.name", [{ name: "a" }], [], [["list", 0, "name"]]],
  ["all of a block", "list", [{ name: "a" }], [{ name: "b" }], [["list"]]],
  ["a value that is not known yet", "list.name", [{ name: "a" }], [{ name: UNKNOWN }], [["list", 0, "name"]]],
  ["blocks that are not known yet", "list.name", [{ name: "a" }], UNKNOWN, [["list"]]],
  ["a change in a set, at the set", "set.name", [{ name: "a" }], [{ name: "b" }], [["set"]]],
  [
    "nothing where a set has another order",
    "set.name",
    [{ name: "a" }, { name: "b" }],
    [{ name: "b" }, { name: "a" }],
    [],
  ],
  [
    "nothing where another attribute of a set changes",
    "set.name",
    [{ name: "a", size: 1 }],
    [{ name: "a", size: 2 }],
    [],
  ],
  ["a single block that is added", "one.name", null, { name: "a" }, [["one", "name"]]],
  ["a key of a map", "tags.x", { x: "1" }, { x: "2", y: "3" }, [["tags", "x"]]],
])("%s replaces", (_, path, prior, planned, expected) => {
  const [name] = path.split(".");
  expect(replacingPaths({ [name]: prior }, { [name]: planned }, type, [path])).toEqual(expected);
});

test("a path that the schema does not have is an error of the behaviour", () => {
  expect(() => replacingPaths({}, {}, type, ["list.nme"])).toThrow(
    '"list.nme" is said to replace the resource; the schema has no such path',
  );
});

test("a path ends where Terraform cannot follow it", () => {
  const name = { attribute_name: "name" };
  expect(toWirePath(["list", 1, "name"], type).steps).toEqual([
    { attribute_name: "list" },
    { element_key_int: 1 },
    name,
  ]);
  expect(toWirePath(["set", 1, "name"], type).steps).toEqual([{ attribute_name: "set" }]);
  expect(toWirePath(["tags", "x"], type).steps).toEqual([
    { attribute_name: "tags" },
    { element_key_string: "x" },
  ]);
  expect(toWirePath(["one", "nme"], type).steps).toEqual([{ attribute_name: "one" }]);
});

describe("an update leaves to be computed", () => {
  const nested: BlockSchema = {
    attributes: { name: { type: "string" }, serial: { type: "string", computed: true } },
    blocks: {},
  };
  const block: BlockSchema = {
    attributes: { id: { type: "string", computed: true } },
    blocks: {
      list: { nesting: "list", minItems: 0, maxItems: 0, block: nested },
      set: { nesting: "set", minItems: 0, maxItems: 0, block: nested },
    },
  };
  const old = { name: "a", serial: null };

  test("what new and changed blocks compute", () => {
    const planned = planUpdate(
      { id: null, list: [old], set: [old] },
      { id: null, list: [{ name: "b", serial: null }, old], set: [{ name: "b", serial: null }, old] },
      block,
    );
    expect(planned).toEqual({
      id: null,
      list: [
        { name: "b", serial: UNKNOWN },
        { name: "a", serial: UNKNOWN },
      ],
      set: [{ name: "b", serial: UNKNOWN }, old],
    });
  });

  test("nothing where blocks stay as they are or are not known yet", () => {
    const same: ObjectValue = { id: "1", list: [old], set: UNKNOWN };
    expect(planUpdate({ id: "1", list: [old], set: [] }, same, block)).toEqual(same);
  });
});
