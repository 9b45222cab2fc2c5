import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { IdentityRoleBinding, Role, UserAssignedIdentity } from "cdktf-azure-identity";
import { readModel } from "../../lib/model/model";
import { readOutput } from "../../lib/model/read-output";
import { literal } from "../../lib/model/value";
import { GROUP, newApp, newStack, temporaryFolder } from "../support";

function folderWith(files: { [path: string]: unknown }): string {
  const folder = temporaryFolder();
  for (const [path, content] of Object.entries(files)) {
    const file = join(folder, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, typeof content === "string" ? content : JSON.stringify(content));
  }
  return folder;
}

function listed(constructPath: string, name = constructPath) {
  return { constructPath, name, synthesizedStackPath: `stacks/${name}/cdk.tf.json` };
}

test("the stacks of a manifest are read under their construct paths", () => {
  const json = { resource: { azurerm_resource_group: { app: { name: "rg" } } } };
  const folder = folderWith({
    "manifest.json": { stacks: { a: listed("a"), "outer-inner": listed("outer/inner", "outer-inner") } },
    "stacks/a/cdk.tf.json": json,
    "stacks/outer-inner/cdk.tf.json": {},
  });
  expect(readOutput(folder)).toEqual([
    { path: "a", json, own: new Set(), merged: [] },
    { path: "outer/inner", json: {}, own: new Set(), merged: [] },
  ]);
});

test("what an app writes is read as the app says it, with each value linked to its stack", () => {
  const app = newApp();
  const identity = new UserAssignedIdentity(newStack("alpha", app), "identity", { name: "id-app", ...GROUP });
  new IdentityRoleBinding(newStack("beta", app), "binding", {
    identity,
    role: Role.builtIn("Reader"),
    scope: "/",
  });
  app.synth();

  const { identities, bindings } = readModel(readOutput(app.outdir));
  expect(identities).toMatchObject([{ entry: { path: "alpha/identity" }, name: literal("id-app") }]);
  expect(bindings).toMatchObject([
    {
      entry: { path: "beta/binding" },
      principal: { stack: "alpha", address: identities[0]?.entry.address, attribute: "principal_id" },
    },
  ]);
});

test("a manifest without stacks has none", () => {
  expect(readOutput(folderWith({ "manifest.json": { stacks: {} } }))).toEqual([]);
});

test.each([
  ["no manifest", {}, /manifest\.json cannot be read .*ENOENT.*; run cdktf synth first$/s],
  ["a manifest that is no JSON", { "manifest.json": "{" }, /manifest\.json cannot be read .*JSON/s],
  ["a manifest of something else", { "manifest.json": { name: "web" } }, /manifest\.json lists no stacks/],
  [
    "a stack that is not written",
    { "manifest.json": { stacks: { a: listed("a") } } },
    /stacks\/a\/cdk\.tf\.json cannot be read .*ENOENT/s,
  ],
  [
    "a stack that is no JSON",
    { "manifest.json": { stacks: { a: listed("a") } }, "stacks/a/cdk.tf.json": "resource {}" },
    /stacks\/a\/cdk\.tf\.json cannot be read .*JSON/s,
  ],
])("a folder with %s is refused, and the file named", (_, files, message) => {
  expect(() => readOutput(folderWith(files))).toThrow(message);
});
