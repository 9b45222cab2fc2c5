import { Refusal } from "../../../../lib/testing/terraform/provider/behaviour";
import { logText } from "../../../../lib/testing/terraform/provider/log";
import { serveProviders } from "../../../../lib/testing/terraform/provider/server";
import { UNKNOWN } from "../../../../lib/testing/terraform/provider/value";
import type { TerraformError } from "../../../../lib/testing/terraform/run/terraform-error";
import { failureOf, newStack, things } from "../stack";
import { serveToy, TOY } from "../toy";

const ONE = things({ a: { name: "a", password: "top-secret" } });

test("what a behaviour refuses is told in its words, and nothing is created", async () => {
  const { stack, toy } = await newStack(ONE, {
    create: () => {
      throw new Refusal("quota exceeded", "ask for more");
    },
  });
  expect(await failureOf(stack.apply())).toMatchObject({
    diagnostics: [{ summary: "quota exceeded", detail: "ask for more", address: "toy_thing.a" }],
  });
  expect((await stack.state()).resources).toEqual([]);
  expect(toy.log).toContainEqual({
    provider: "toy",
    rpc: "ApplyResourceChange",
    type: "toy_thing",
    outcome: "refused",
  });
});

test("a deletion that is refused leaves the resource in the state", async () => {
  const { stack } = await newStack(ONE, {
    delete: () => {
      throw new Refusal("it is locked");
    },
  });
  await stack.apply();
  expect((await failureOf(stack.destroy())).message).toContain("it is locked");
  expect((await stack.state()).resources).toMatchObject([{ address: "toy_thing.a", tainted: false }]);
});

test("anything else that is thrown is called a defect, with the stack in the log", async () => {
  const { stack, toy } = await newStack(ONE, {
    plan: () => {
      throw new TypeError("x is not a function");
    },
  });
  const error = (await failureOf(stack.plan())) as TerraformError;
  expect(error.diagnostics).toMatchObject([
    {
      summary: "Defect of the stand-in provider",
      detail: expect.stringMatching(/^x is not a function\n\nThis is no fault of the configuration/),
    },
  ]);
  expect(toy.log.find(({ outcome }) => outcome === "defect")).toMatchObject({
    rpc: "PlanResourceChange",
    stack: expect.stringContaining("defects.test.ts"),
  });
  expect(error.message).toContain(
    "toy_thing  PlanResourceChange  defect\n    TypeError: x is not a function",
  );
});

test("a state that is not as the schema says is a defect that names what is wrong, and no value", async () => {
  const { stack } = await newStack(ONE, {
    create: ({ tags: _, ...planned }) => ({ ...planned, id: "toy-a", size: "top-secret", extra: 1 }),
  });
  const [{ detail }] = ((await failureOf(stack.apply())) as TerraformError).diagnostics;
  expect(detail.split("\n").slice(0, 5)).toEqual([
    "toy_thing: what its create returns does not conform to the schema:",
    "  - tags: it is missing; give null, or [] for blocks",
    "  - extra: the schema has no such name",
    "  - size: a string is given; a number is expected",
    "  - label: it is unknown; a state is wholly known",
  ]);
});

test.each([
  ["update", things({ a: { name: "a", size: 1 } })],
  ["read", ONE],
])("a wrong state that an %s returns is a defect too", async (method, then) => {
  const { stack, toy } = await newStack(ONE, { [method]: (state: object) => ({ ...state, id: UNKNOWN }) });
  await stack.apply();
  await stack.write(then);
  expect((await failureOf(stack.apply())).message).toMatch(
    new RegExp(`toy_thing: what its ${method} returns does not conform.*\n  - id: it is unknown`),
  );
  expect(toy.store.get("toy-a")?.id).toBe("toy-a");
});

test("a plan of the behaviour's own is looked at as well", async () => {
  const { stack } = await newStack(ONE, { plan: ({ planned }) => ({ planned: { ...planned, part: null } }) });
  expect((await failureOf(stack.plan())).message).toContain(
    "toy_thing: what its behaviour plans does not conform to the schema:\n  - part: null is given",
  );
});

test("the log has each call, the id where there is one, and no value", async () => {
  const { stack, toy } = await newStack(ONE);
  await stack.apply();
  await stack.plan();
  expect(toy.log.map(({ rpc }) => rpc)).toEqual(
    expect.arrayContaining(["GetSchema", "Configure", "PlanResourceChange", "ApplyResourceChange"]),
  );
  expect(logText(toy.log)).toMatch(/^toy_thing {2}ReadResource {2}toy-a {2}done$/m);
  expect(JSON.stringify(toy.log)).not.toContain("top-secret");
});

test("what a validation refuses is refused in the log too", async () => {
  const { stack, toy } = await newStack(things({ a: { name: "a", label: "bad" } }));
  await failureOf(stack.validate());
  expect(toy.log.at(-1)).toMatchObject({ rpc: "ValidateResourceTypeConfig", outcome: "refused" });
});

test("an update that is refused leaves the state as it was", async () => {
  const { stack } = await newStack(ONE, {
    update: () => {
      throw new Refusal("it is locked");
    },
  });
  await stack.apply();
  await stack.write(things({ a: { name: "a", size: 1 } }));
  expect((await failureOf(stack.apply())).message).toContain("it is locked");
  expect((await stack.state()).resources).toMatchObject([
    { values: { id: "toy-a", size: null }, tainted: false },
  ]);
});

test("of a long log the last calls are shown", () => {
  const entries = ["a", "b", "c"].map((rpc) => ({ provider: "toy", rpc, outcome: "done" as const }));
  expect(logText(entries, 2)).toBe("(1 earlier calls)\ntoy  b  done\ntoy  c  done");
});

test("what is asked with every command is left out of it, unless it was refused", () => {
  const entry = (rpc: string, outcome: "done" | "refused") => ({ provider: "toy", rpc, outcome });
  const entries = [
    entry("GetSchema", "done"),
    entry("ValidateResourceTypeConfig", "done"),
    entry("ValidateResourceTypeConfig", "refused"),
    entry("ApplyResourceChange", "done"),
  ];
  expect(logText(entries)).toBe("toy  ValidateResourceTypeConfig  refused\ntoy  ApplyResourceChange  done");
});

test("two providers of one source are refused", async () => {
  const toy = { schema: TOY, behaviour: {} as never };
  await expect(serveProviders([toy, toy])).rejects.toThrow("hashicorp/toy is given more than once");
});

test("a closed server can be closed again", async () => {
  const toy = await serveToy();
  await toy.close();
  await toy.close();
});
