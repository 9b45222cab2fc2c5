import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { IdentityRoleBinding, Role, UserAssignedIdentity } from "cdktf-azure-identity";
import { readProject } from "../../../lib/cli/project/read-project";
import { literal } from "../../../lib/model/value";
import { GROUP, newApp, newStack, temporaryFolder } from "../../support";

test("the stacks of a manifest are read under their construct paths", () => {
  const folder = temporaryFolder();
  const json = { resource: { azurerm_resource_group: { app: { name: "rg" } } } };
  const stack = (constructPath: string, name: string) => {
    mkdirSync(join(folder, "stacks", name), { recursive: true });
    writeFileSync(join(folder, "stacks", name, "cdk.tf.json"), JSON.stringify(json));
    return { constructPath, name, synthesizedStackPath: `stacks/${name}/cdk.tf.json` };
  };
  const stacks = { a: stack("a", "a"), "outer-inner": stack("outer/inner", "outer-inner") };
  writeFileSync(join(folder, "manifest.json"), JSON.stringify({ stacks }));
  expect(readProject(folder).stacks.map(({ source }) => source)).toEqual([
    { path: "a", json, own: new Set(), merged: [] },
    { path: "outer/inner", json, own: new Set(), merged: [] },
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

  const { identities, bindings } = readProject(app.outdir).model;
  expect(identities).toMatchObject([{ entry: { path: "alpha/identity" }, name: literal("id-app") }]);
  expect(bindings).toMatchObject([
    {
      entry: { path: "beta/binding" },
      principal: { stack: "alpha", address: identities[0]?.entry.address, attribute: "principal_id" },
    },
  ]);
});
