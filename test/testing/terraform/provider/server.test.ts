import { mkdirSync, readdirSync } from "node:fs";
import os from "node:os";
import { join } from "node:path";
import { serveProviders } from "../../../../lib/testing/terraform/provider/server";
import type { ObjectValue } from "../../../../lib/testing/terraform/provider/value";
import { Workspace } from "../../../../lib/testing/terraform/run/workspace";
import type { ProviderSchema } from "../../../../lib/testing/terraform/schema/schema";
import { temporaryFolder } from "../../../support";
import { newStack, opened, things } from "../stack";
import { serveToy, TOY } from "../toy";

afterEach(() => jest.restoreAllMocks());

/** Jest gives tests an environment of their own, which the temporary folder of the system does not follow. */
function temporaryFoldersIn(folder: string): void {
  jest.spyOn(os, "tmpdir").mockReturnValue(folder);
}

test("several providers are served from one process, each at a socket of its own", async () => {
  const block = { attributes: { id: { type: "string", computed: true } }, blocks: {} } as const;
  const named = (name: string): ProviderSchema => ({
    ...TOY,
    name,
    source: `hashicorp/${name}`,
    resources: { [`${name}_thing`]: block },
  });
  const behaviour = {
    resource: (type: string) => ({ create: () => ({ id: `of ${type}` }) }),
    dataSource: () => ({ read: () => ({}) }),
  };
  const running = await opened(
    serveProviders(["one", "two"].map((name) => ({ schema: named(name), behaviour }))),
  );
  const resource = { one_thing: { a: {} }, two_thing: { b: {} } };
  const stack = await opened(new Workspace({ resource }, { reattach: () => running.reattach }));
  await stack.apply();
  const { resources } = await stack.state();
  expect(resources.map(({ values }) => values.id)).toEqual(["of one_thing", "of two_thing"]);
});

test("Terraform waits for a provider that takes longer than it looks away", async () => {
  const create = (planned: ObjectValue) => {
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 2_500);
    return { ...planned, id: "slow", label: "slow" };
  };
  const { stack } = await newStack(things({ a: { name: "a" } }), { create });
  expect(await stack.apply()).toMatchObject({ added: 1 });
});

test("after one that has closed too early, the next one is served as before", async () => {
  const early = await opened(serveToy());
  const { reattach } = early;
  await early.close();
  const refused = await opened(new Workspace(things({ a: { name: "a" } }), { reattach: () => reattach }));
  await expect(refused.plan()).rejects.toThrow();
  const { stack } = await newStack(things({ a: { name: "a" } }));
  expect(await stack.apply()).toMatchObject({ added: 1 });
});

test("no socket and no folder is left behind", async () => {
  const folder = temporaryFolder();
  temporaryFoldersIn(folder);
  const toy = await opened(serveToy());
  expect(readdirSync(folder)).toHaveLength(1);
  await toy.close();
  expect(readdirSync(folder)).toEqual([]);
});

test("a port is used where the temporary folder is too deep for a socket", async () => {
  const folder = join(temporaryFolder(), "x".repeat(90));
  mkdirSync(folder);
  temporaryFoldersIn(folder);
  const toy = await opened(serveToy());
  expect(JSON.parse(toy.reattach)["hashicorp/toy"].Addr).toMatchObject({
    Network: "tcp",
    String: expect.stringMatching(/^127\.0\.0\.1:\d+$/),
  });
  const stack = await opened(new Workspace(things({ a: { name: "a" } }), { reattach: () => toy.reattach }));
  expect(await stack.apply()).toMatchObject({ added: 1 });
});
