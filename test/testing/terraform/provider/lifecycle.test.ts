import { TerraformError } from "../../../../lib/testing/terraform/run/terraform-error";
import { failureOf, newStack, things } from "../stack";

const FULL = {
  name: "full",
  size: 0.1,
  tags: { a: "1" },
  words: ["b", "a"],
  anything: ["a", "b"],
  password: "secret",
  rules: [{ port: 1, open: true }],
  part: [{ name: "one" }, { name: "two" }],
  member: [{ name: "m1" }, { name: "m2" }],
  timeouts: { create: "5m" },
};

test("what is applied is planned as it is, and nothing is left to do", async () => {
  const { stack, toy } = await newStack(things({ a: FULL }));
  const { changes } = await stack.plan();
  expect(changes).toMatchObject([
    {
      address: "toy_thing.a",
      actions: ["create"],
      afterUnknown: { id: true, label: true, part: [{ serial: true }, { serial: true }] },
    },
  ]);
  await stack.apply();
  expect((await stack.plan()).isEmpty).toBe(true);
  const [{ values }] = (await stack.state()).resources;
  expect(values).toMatchObject({ ...FULL, words: ["a", "b"], timeouts: { create: "5m" } });
  expect(values).toMatchObject({ id: "toy-full", label: "label of full" });
  expect(values.part).toEqual([
    { name: "one", serial: "serial of one" },
    { name: "two", serial: "serial of two" },
  ]);
  await stack.destroy();
  expect((await stack.state()).resources).toEqual([]);
  expect(toy.store.size).toBe(0);
});

test.each<[string, object]>([
  ["a fraction that has no exact form", { size: 0.1 }],
  ["2^60", { size: "${pow(2, 60)}" }],
  ["2^60 + 1", { size: "${pow(2, 60) + 1}" }],
  ["2^70", { size: "${1180591620717411303424}" }],
  ["2^53", { size: "${pow(2, 53)}" }],
  ["a negative number", { size: -(2 ** 40) }],
  ["a dynamic number", { anything: 0.1 }],
  ["a dynamic object", { anything: { a: [1, "b"], c: null } }],
  ["a dynamic set", { anything: '${toset(["b", "a"])}' }],
  ["letters of all kinds", { label: 'ß😀\n\t"$${x}' }],
])("%s is kept as it is", async (_, given) => {
  const { stack } = await newStack(things({ a: { name: "a", ...given } }));
  expect(await stack.apply()).toMatchObject({ added: 1 });
  expect((await stack.plan()).isEmpty).toBe(true);
});

test("a change in place is an update, and one at a path that replaces a replacement", async () => {
  const { stack } = await newStack(things({ a: FULL }));
  await stack.apply();
  await stack.write(things({ a: { ...FULL, size: 2, part: [{ name: "one" }] } }));
  expect((await stack.plan()).changes).toMatchObject([
    { actions: ["delete", "create"], replacePaths: [["part", 1, "name"]] },
  ]);
  await stack.write(things({ a: { ...FULL, size: 2 } }));
  expect((await stack.plan()).changes).toMatchObject([{ actions: ["update"], replacePaths: [] }]);
  expect(await stack.apply()).toMatchObject({ changed: 1 });
  await stack.write(things({ a: { ...FULL, size: 2, member: [{ name: "m1" }, { name: "m3" }] } }));
  expect((await stack.plan()).changes).toMatchObject([{ replacePaths: [["member"]] }]);
  expect(await stack.apply()).toMatchObject({ added: 1, destroyed: 1 });
  expect((await stack.plan()).isEmpty).toBe(true);
});

test("a resource without update is changed only by a replacement", async () => {
  const { stack } = await newStack(things({ a: { name: "a" } }, "toy_rigid"));
  await stack.apply();
  await stack.write(things({ a: { name: "a", size: 1 } }, "toy_rigid"));
  expect(await failureOf(stack.apply())).toMatchObject({
    diagnostics: [{ summary: "doesn't support update", address: "toy_rigid.a" }],
  });
  const [{ values, tainted }] = (await stack.state()).resources;
  expect([values.size, tainted]).toEqual([null, false]);
});

describe("a block that an update adds", () => {
  const before = { name: "a", part: [] };
  const after = { name: "a", part: [{ name: "new" }] };
  const kept = { replacedBy: [] };

  test("computes what it does not say", async () => {
    const { stack } = await newStack(things({ a: before }), kept);
    await stack.apply();
    await stack.write(things({ a: after }));
    expect((await stack.plan()).changes).toMatchObject([{ afterUnknown: { part: [{ serial: true }] } }]);
    await stack.apply();
    expect((await stack.plan()).isEmpty).toBe(true);
  });

  test("is planned without that by providers on the older SDK", async () => {
    const { stack } = await newStack(things({ a: before }, "toy_quirky"), kept);
    await stack.apply();
    await stack.write(things({ a: after }, "toy_quirky"));
    const [change] = (await stack.plan()).changes;
    expect(change).toMatchObject({ actions: ["update"], after: { part: [{ name: "new", serial: null }] } });
    await stack.apply();
  });
});

test("a plan of the behaviour's own has its values, paths and problems", async () => {
  const { stack } = await newStack(things({ a: { name: "a" } }), {
    plan: ({ prior, planned, config }) => ({
      planned: { ...planned, label: config.label ?? "default" },
      replacedBy: prior ? ["size"] : [],
      problems: config.size === 3 ? [{ summary: "three is refused", attribute: ["size"] }] : [],
    }),
  });
  await stack.apply();
  expect((await stack.state()).resources[0].values.label).toBe("default");
  await stack.write(things({ a: { name: "a", size: 2 } }));
  expect((await stack.plan()).changes).toMatchObject([{ replacePaths: [["size"]] }]);
  await stack.write(things({ a: { name: "a", size: 3 } }));
  expect(await failureOf(stack.plan())).toMatchObject({
    diagnostics: [{ summary: "three is refused", snippet: { code: '        "size": 3' } }],
  });
});

test("what was changed or removed outside comes out as drift", async () => {
  const { stack, toy } = await newStack(things({ a: { name: "a", size: 1 }, b: { name: "b" } }));
  await stack.apply();
  toy.store.set("toy-a", { ...toy.store.get("toy-a"), size: 5 } as never);
  toy.store.delete("toy-b");
  const { changes, drift } = await stack.plan();
  expect(drift.map(({ address, actions }) => [address, ...actions])).toEqual([
    ["toy_thing.a", "update"],
    ["toy_thing.b", "delete"],
  ]);
  expect(changes.map(({ address, actions }) => [address, ...actions])).toEqual([
    ["toy_thing.a", "update"],
    ["toy_thing.b", "create"],
  ]);
});

test("what is there already can be imported, and what is not cannot", async () => {
  const { stack, toy } = await newStack(things({ a: { name: "a", size: 1 } }));
  await stack.apply();
  const found = { ...things({ b: { name: "a", size: 1 } }), import: [{ to: "toy_thing.b", id: "toy-a" }] };
  const other = await newStack(found);
  for (const [id, state] of toy.store) other.toy.store.set(id, state);
  expect((await other.stack.plan()).changes).toMatchObject([{ importedId: "toy-a", actions: ["no-op"] }]);
  expect(await other.stack.apply()).toMatchObject({ added: 0, imported: 1 });
  other.toy.store.clear();
  await other.stack.write({
    ...found,
    import: [{ to: "toy_thing.c", id: "toy-c" }],
    ...things({ c: { name: "c" } }),
  });
  expect((await failureOf(other.stack.plan())).message).toContain("Cannot import non-existent remote object");
});

test("a data source reads with what the provider was configured with", async () => {
  const { stack } = await newStack({
    ...things({ a: { name: "a" } }),
    provider: { toy: { owner: "me" } },
    data: { toy_lookup: { a: { name: "${toy_thing.a.name}", depends_on: ["toy_thing.a"] } } },
    output: { owner: { value: "${data.toy_lookup.a.owner}" } },
  });
  const { changes, outputs } = await stack.plan();
  expect(changes.map(({ mode, actions }) => [mode, ...actions])).toEqual([
    ["data", "read"],
    ["managed", "create"],
  ]);
  expect(outputs.owner).toMatchObject({ actions: ["create"], afterUnknown: true });
  await stack.apply();
  expect((await stack.state()).outputs).toEqual({ owner: { value: "me", sensitive: false } });
});

test("all that the schema, the behaviour and Terraform refuse is told at once, each at its place", async () => {
  const { stack } = await newStack({
    ...things({
      a: {},
      b: { name: "b", label: "bad" },
      c: { name: "c", bogus: 1 },
      e: { name: "${null}" },
      d: { name: "d", id: "own", part: [{ name: "p", serial: "x" }] },
    }),
    data: { toy_lookup: { a: {} } },
  });
  const error = (await failureOf(stack.validate())) as TerraformError;
  expect(error).toBeInstanceOf(TerraformError);
  const told = error.diagnostics.map(({ summary, detail, snippet }) => [snippet?.context, summary, detail]);
  expect(told.sort()).toEqual([
    [
      "data.toy_lookup.a",
      "Missing required argument",
      expect.stringContaining('The argument "name" is required'),
    ],
    ["resource.toy_thing.a", "Missing required argument", expect.stringContaining('"name"')],
    ["resource.toy_thing.b", "bad label", "it is bad"],
    ["resource.toy_thing.c", "Extraneous JSON object property", expect.stringContaining("bogus")],
    ["resource.toy_thing.d", "Value for unconfigurable attribute", expect.stringContaining('"id"')],
    [
      "resource.toy_thing.d.part[0]",
      "Value for unconfigurable attribute",
      expect.stringContaining('"part[0].serial"'),
    ],
    ["resource.toy_thing.e", "Missing required argument", expect.stringContaining('"name"')],
  ]);
});

test("what the behaviour refuses of the provider's configuration is told", async () => {
  const { stack } = await newStack({
    ...things({ a: { name: "a" } }),
    provider: { toy: { owner: "nobody" } },
  });
  expect((await failureOf(stack.plan())).message).toContain("no such owner");
});
