import { chmodSync, mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { UserAssignedIdentity } from "cdktf-azure-identity";
import { Failure } from "../../../lib/cli/failure";
import { readProject } from "../../../lib/cli/project/read-project";
import { exported, GROUP, newApp, newStack } from "../../support";
import { folderWith, identityNamed } from "../support";

/** Construct paths and identities of what is read. */
function read(path: string) {
  const { stacks, model } = readProject(path);
  return {
    stacks: stacks.map((stack) => stack.path),
    identities: model.identities.map(({ entry }) => entry.path),
  };
}

/** What a failing read says, with the folder left out. */
function failure(path: string, folder = path): string[] {
  try {
    readProject(path);
  } catch (error) {
    expect(error).toBeInstanceOf(Failure);
    return (error as Error).message.replaceAll(`${folder}/`, "").replaceAll(folder, "DIR").split("\n");
  }
  throw new Error("it is read");
}

/** Two stacks that cdktf wrote. */
function synthesizedApp() {
  const app = newApp();
  for (const id of ["orders", "billing"]) {
    const stack = newStack(id, app);
    exported(new UserAssignedIdentity(stack, "identity", { ...GROUP, name: `id-${id}` }));
  }
  app.synth();
  return app.outdir;
}

describe("the output of cdktf", () => {
  const folder = synthesizedApp();

  test.each([".", "manifest.json"])("is read as a whole by %s", (path) => {
    expect(read(join(folder, path))).toEqual({
      stacks: ["billing", "orders"],
      identities: ["billing/identity", "orders/identity"],
    });
  });

  test("is found below a folder that has no other project in it", () => {
    const manifest = { stacks: { a: { constructPath: "a", synthesizedStackPath: "stacks/a/cdk.tf.json" } } };
    const project = folderWith({
      ".terraform/modules/main.tf.json": {},
      "node_modules/other/main.tf.json": {},
      "cdktf.json": {},
      "cdktf.out/manifest.json": manifest,
      "cdktf.out/stacks/a/cdk.tf.json": identityNamed("id-a"),
    });
    expect(read(project).stacks).toEqual(["a"]);
  });

  test.each([
    "stacks/orders",
    "stacks/orders/cdk.tf.json",
  ])("is one stack of it by %s, with its report", (path) => {
    const { stacks, notices, isWholeApp } = readProject(join(folder, path));
    expect(stacks.map((stack) => [stack.path, stack.report?.stack])).toEqual([["orders", "orders"]]);
    expect([notices, isWholeApp]).toEqual([[], false]);
  });

  test("has all its stacks and reports", () => {
    const { stacks, notices, isWholeApp } = readProject(folder);
    expect([notices, isWholeApp]).toEqual([[], true]);
    expect(stacks.map(({ source }) => [...source.own])).toEqual([
      ["azurerm_user_assigned_identity.identity"],
      ["azurerm_user_assigned_identity.identity"],
    ]);
  });
});

describe("a manifest", () => {
  const entry = (constructPath: string, synthesizedStackPath: string) => ({
    constructPath,
    synthesizedStackPath,
  });

  test("with stacks that are not there names each of them", () => {
    const stacks = { a: entry("a", "stacks/a/cdk.tf.json"), b: entry("b", "stacks/b/cdk.tf.json") };
    expect(failure(folderWith({ "manifest.json": { stacks } }))).toEqual([
      "manifest.json lists stacks/a/cdk.tf.json, which is not there; run cdktf synth again",
      "manifest.json lists stacks/b/cdk.tf.json, which is not there; run cdktf synth again",
    ]);
  });

  test("of stacks in HCL is told of them", () => {
    const stacks = { a: entry("a", "stacks/a/cdk.tf.json"), b: entry("b", "stacks/b/cdk.tf") };
    const folder = folderWith({
      "manifest.json": { stacks },
      "stacks/a/cdk.tf.json": identityNamed("id-a"),
      "stacks/b/cdk.tf": "",
    });
    const { notices, isWholeApp } = readProject(folder);
    expect([notices[0], isWholeApp]).toEqual([`not read, as only JSON is: ${folder}/stacks/b/cdk.tf`, false]);
  });

  test("of another program is none", () => {
    const folder = folderWith({
      "manifest.json": { name: "a web app" },
      "main.tf.json": identityNamed("id-a"),
    });
    expect(read(folder).identities).toEqual(["azurerm_user_assigned_identity.app"]);
  });

  test("without what cdktf writes of a stack is refused", () => {
    expect(failure(folderWith({ "manifest.json": { stacks: { a: {} } } }))).toEqual([
      "manifest.json has a stack without constructPath or synthesizedStackPath; allowed is what cdktf 0.13 and later write; run cdktf synth again",
    ]);
  });
});

describe("a folder with Terraform JSON", () => {
  test("is one stack with all its files, and each folder below it another", () => {
    const folder = folderWith({
      "a.tf.json": identityNamed("id-a", "a"),
      "b.tf.json": identityNamed("id-b", "b"),
      "prod/main.tf.json": identityNamed("id-prod"),
      "modules/empty/README.md": "",
    });
    const { stacks } = readProject(folder);
    expect(stacks.map(({ files }) => files.map((file) => file.slice(folder.length + 1)))).toEqual([
      ["a.tf.json", "b.tf.json"],
      ["prod/main.tf.json"],
    ]);
    expect(stacks.map(({ path }) => path)).toEqual([folder.split("/").at(-1), "prod"]);
  });

  test("has overrides in place of what they override, a lifecycle argument by argument", () => {
    const { app } = identityNamed("id-a").resource.azurerm_user_assigned_identity;
    const base = { ...app, lifecycle: [{ prevent_destroy: true, ignore_changes: ["tags"] }] };
    const override = { name: "id-other", lifecycle: { ignore_changes: [] } };
    const folder = folderWith({
      "main.tf.json": { resource: { azurerm_user_assigned_identity: { app: base } } },
      "a_override.tf.json": { resource: { azurerm_user_assigned_identity: { app: override } } },
    });
    expect(readProject(folder).model.identities[0]?.entry.values).toEqual({
      ...app,
      name: "id-other",
      lifecycle: { prevent_destroy: true, ignore_changes: [] },
    });
  });

  test("may have lists at each level, and providers in several files", () => {
    const folder = folderWith({
      "a.tf.json": [
        { provider: [{ azurerm: { features: [{}] } }] },
        { resource: [{ azurerm_user_assigned_identity: [{ app: [{ name: "id-a" }] }] }] },
      ],
      "b.tf.json": { provider: { azurerm: [{ alias: "hub", features: [{}] }] }, resource: null },
      "override.tf.json": { provider: { azurerm: { alias: "hub", use_cli: false } } },
    });
    const { model } = readProject(folder);
    expect(model.stacks[0]?.json.provider?.azurerm).toEqual([
      { features: [{}] },
      { alias: "hub", features: [{}], use_cli: false },
    ]);
    expect(model.identities).toHaveLength(1);
  });

  test("may have a block that is called as JavaScript calls its own", () => {
    const folder = folderWith({ "a.tf.json": '{"resource":{"__proto__":{"x":{"polluted":1}}}}' });
    expect(readProject(folder).model.entries.map(({ address }) => address)).toEqual(["__proto__.x"]);
    expect(({} as { x?: unknown }).x).toBeUndefined();
  });

  test("says of HCL beside it that it is not read", () => {
    const files = Object.fromEntries(["a", "b", "c", "d", "e", "f"].map((name) => [`${name}.tf`, ""]));
    const folder = folderWith({ ...files, "main.tf.json": identityNamed("id-a") });
    expect(readProject(folder).notices[0]?.replaceAll(`${folder}/`, "")).toBe(
      "not read, as only JSON is: a.tf, b.tf, c.tf, d.tf, e.tf and 1 more",
    );
  });
});

describe("what cannot be read", () => {
  const ALLOWED = "allowed is what cdktf synth writes, or a folder with *.tf.json files";
  const NO_TERRAFORM =
    "is not Terraform JSON; allowed is an object with resource, data, module, output, variable, locals, provider, terraform; name a folder that cdktf synth wrote";

  test("is said of all files at once", () => {
    const folder = folderWith({
      "array.tf.json": [1],
      "bom.tf.json": `\uFEFF${JSON.stringify(identityNamed("id-a"))}`,
      "empty.tf.json": {},
      "nothing.tf.json": "",
      "package.tf.json": { name: "orders", version: "1.0.0" },
      "plan.tf.json": { format_version: "1.2", planned_values: {} },
      "secret.tf.json": '{"resource": {"password": "hunter2" x}}',
      "shape.tf.json": { resource: { azurerm_subnet: { app: "hunter2" } } },
      "text.tf.json": '"text"',
      "twice.tf.json": { resource: { azurerm_subnet: { app: [{}, {}] } } },
    });
    symlinkSync("nowhere", join(folder, "link.tf.json"));
    symlinkSync("loop.tf.json", join(folder, "loop.tf.json"));
    expect(failure(folder)).toEqual([
      `array.tf.json ${NO_TERRAFORM}`,
      "bom.tf.json begins with a byte order mark (UTF-8); allowed is UTF-8 without one; save it anew",
      `empty.tf.json ${NO_TERRAFORM}`,
      "link.tf.json cannot be read: there is no such file",
      "loop.tf.json cannot be read: its links lead in a circle",
      "nothing.tf.json is not valid JSON: it is empty; run cdktf synth again, or mend the file",
      `package.tf.json ${NO_TERRAFORM}`,
      "plan.tf.json is a plan or a state in JSON; allowed is the configuration, as cdktf synth writes it",
      "secret.tf.json is not valid JSON, first at line 1; run cdktf synth again, or mend the file",
      "shape.tf.json is not Terraform JSON: resource.azurerm_subnet.app is a string; allowed is one object",
      `text.tf.json ${NO_TERRAFORM}`,
      "twice.tf.json is not Terraform JSON: resource.azurerm_subnet.app is a list; allowed is one object",
    ]);
  });

  test("is what two files of a folder declare", () => {
    const folder = folderWith({ "a.tf.json": identityNamed("id-a"), "b.tf.json": identityNamed("id-b") });
    expect(failure(folder)).toEqual([
      "resource.azurerm_user_assigned_identity.app is in a.tf.json and in b.tf.json; allowed is once in a folder; remove one of the two",
    ]);
  });

  test("is a key that stands twice in an object, unless it is a comment: Terraform reads both", () => {
    const [a, b] = [identityNamed("id-a", "a"), identityNamed("id-b", "b")].map((json) =>
      JSON.stringify(json).slice(1, -1),
    );
    const folder = folderWith({ "main.tf.json": `{"//": 1, "//": 2, ${a},\n ${b}}` });
    expect(failure(folder)).toEqual([
      "main.tf.json has resource again at line 2; allowed is each key once in an object; put what both have into one",
    ]);
    const lists = folderWith({ "main.tf.json": `[{${a}}, {"//": 1, "//": 2, ${b}}]` });
    expect(read(lists).identities).toHaveLength(2);
  });

  test("is a folder that is not there, has nothing, or has HCL alone", () => {
    const nothing = folderWith({});
    mkdirSync(join(nothing, "main.tf.json"));
    expect(failure(nothing)).toEqual([
      `DIR holds no Terraform JSON; ${ALLOWED}; run cdktf synth, or name another folder`,
    ]);
    expect(failure(join(nothing, "out"), nothing)).toEqual([
      `there is no out; ${ALLOWED}; run cdktf synth, or name its output`,
    ]);
    expect(failure(folderWith({ "main.tf": "" }))).toEqual([
      `DIR holds HCL alone, which is not read; ${ALLOWED}; run cdktf synth, or name another folder`,
    ]);
  });

  test("is a file of another kind", () => {
    const folder = folderWith({ "plan.json": {}, "main.tf.json": identityNamed("id-a") });
    expect(failure(join(folder, "plan.json"), folder)).toEqual([
      `plan.json is no folder; ${ALLOWED}; name its folder`,
    ]);
  });

  test("is a folder with several projects, of which one is cdktf's", () => {
    const folder = folderWith({ "app/manifest.json": { stacks: {} }, "bootstrap/main.tf.json": {} });
    expect(failure(folder)).toEqual([
      "DIR holds 2 projects: app, bootstrap; allowed is one at a time; name the folder of one",
    ]);
  });

  const mayReadAll = process.getuid?.() === 0;
  (mayReadAll ? test.skip : test)("is a file without permission", () => {
    const folder = folderWith({});
    writeFileSync(join(folder, "main.tf.json"), "{}");
    chmodSync(join(folder, "main.tf.json"), 0o000);
    expect(failure(folder)).toEqual(["main.tf.json cannot be read: permission is denied"]);
  });
});
