import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { AzurermProvider } from "@cdktf/provider-azurerm/lib/provider";
import { UserAssignedIdentity as RawIdentity } from "@cdktf/provider-azurerm/lib/user-assigned-identity";
import { App, Aspects, TerraformStack, Testing } from "cdktf";
import { UserAssignedIdentity } from "cdktf-azure-identity";
import { ConstructOrder } from "constructs";
import { writtenReport } from "../report/written-report";
import { exported, GROUP, newStack, temporaryFolder } from "../support";

const REPORT = "identity-report.json";

function identityIn(stack: TerraformStack, name = `id-${stack.node.id}`): void {
  exported(new UserAssignedIdentity(stack, "identity", { ...GROUP, name }));
}

/** An app with a stack of this library, `alpha`, and one of raw resources, `raw`. */
function appIn(outdir: string, { name, ...options }: { name?: string; skipValidation?: boolean } = {}): App {
  const app = new App({ outdir, ...options });
  identityIn(newStack("alpha", app), name);
  exported(new RawIdentity(newStack("raw", app), "identity", { ...GROUP, name: "x" }));
  return app;
}

/** The same app, written as HCL. */
function hclAppIn(outdir: string): App {
  process.env.SYNTH_HCL_OUTPUT = "true";
  try {
    return appIn(outdir);
  } finally {
    delete process.env.SYNTH_HCL_OUTPUT;
  }
}

function fileOf({ outdir }: App, stack: string, file = REPORT): string {
  return join(outdir, "stacks", stack, file);
}

function contents(outdir: string): Record<string, string> {
  const files = readdirSync(outdir, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  );
  return Object.fromEntries(
    files.map(({ parentPath, name }) => [
      join(parentPath, name),
      readFileSync(join(parentPath, name), "utf8"),
    ]),
  );
}

function sha256(file: string): string {
  return createHash("sha256").update(readFileSync(file)).digest("hex");
}

test("each stack of an app has a report beside its JSON, with the hash of that", () => {
  const app = appIn(temporaryFolder());
  app.synth();
  for (const stack of ["alpha", "raw"]) {
    expect(writtenReport(app, stack)).toMatchObject({
      schemaVersion: 1,
      libraryVersion: expect.stringMatching(/^\d+\.\d+\.\d+/),
      stack,
      json: { file: "cdk.tf.json", sha256: sha256(fileOf(app, stack, "cdk.tf.json")) },
    });
  }
});

test("an app that changes what it wrote before its synth ends has the hash of that", () => {
  class Stamping extends App {
    public override synth(): void {
      super.synth();
      writeFileSync(fileOf(this, "alpha", "cdk.tf.json"), "{}");
    }
  }
  const app = new Stamping({ outdir: temporaryFolder() });
  identityIn(newStack("alpha", app));
  app.synth();
  expect(writtenReport(app, "alpha").json.sha256).toBe(createHash("sha256").update("{}").digest("hex"));
});

test("a second synth replaces the report", () => {
  const outdir = temporaryFolder();
  appIn(outdir).synth();
  const app = appIn(outdir, { name: "id-other" });
  app.synth();
  expect(writtenReport(app, "alpha").json.sha256).toBe(sha256(fileOf(app, "alpha", "cdk.tf.json")));
});

test("a failing synth leaves no report, and an earlier one as it was", () => {
  const outdir = temporaryFolder();
  expect(() => appIn(outdir, { name: "id bad" }).synth()).toThrow("identity-name");
  expect(contents(outdir)).toEqual({});
  appIn(outdir).synth();
  const before = contents(outdir);
  expect(Object.keys(before)).toContain(join(outdir, "stacks/alpha", REPORT));
  expect(() => appIn(outdir, { name: "id bad" }).synth()).toThrow("identity-name");
  expect(contents(outdir)).toEqual(before);
});

test.each([
  ["a stack that is written as HCL", hclAppIn],
  ["an app without validation", (outdir: string) => appIn(outdir, { skipValidation: true })],
  [
    "a stack that writes no JSON",
    (outdir: string) => {
      const app = appIn(outdir);
      const [alpha, raw] = app.node.children as [TerraformStack, TerraformStack];
      alpha.synthesizer = { synthesize: () => {} };
      raw.synthesizer = { synthesize: () => void raw.toTerraform() };
      rmSync(fileOf(app, "raw", "cdk.tf.json"));
      return app;
    },
  ],
])("%s has no report, and keeps none of an earlier synth", (_, make) => {
  const outdir = temporaryFolder();
  appIn(outdir).synth();
  const app = make(outdir);
  app.synth();
  for (const stack of ["alpha", "raw"]) expect(existsSync(fileOf(app, stack))).toBe(false);
});

test("an app without validation and without an earlier synth is written", () => {
  const app = appIn(temporaryFolder(), { skipValidation: true });
  app.synth();
  expect(existsSync(fileOf(app, "alpha", "cdk.tf.json"))).toBe(true);
});

test("a report that cannot be written fails the synth with one clear error, and the output is what it was", () => {
  const outdir = temporaryFolder();
  appIn(outdir).synth();
  const app = appIn(outdir, { name: "id-other" });
  rmSync(fileOf(app, "raw"));
  mkdirSync(fileOf(app, "raw"));
  const before = contents(outdir);
  expect(() => app.synth()).toThrow(
    `[raw] ${fileOf(app, "raw")} cannot be written: EISDIR: illegal operation on a directory`,
  );
  expect(contents(outdir)).toEqual(before);
});

test.each([
  ["Testing.synth", (stack: TerraformStack) => Testing.synth(stack, true)],
  ["Testing.fullSynth", (stack: TerraformStack) => Testing.fullSynth(stack)],
])("a stack that %s synthesizes alone has no report", (_, synth) => {
  const app = appIn(temporaryFolder());
  const written = synth(app.node.findChild("alpha") as TerraformStack);
  expect(contents(app.outdir)).toEqual({});
  if (existsSync(written)) expect(Object.keys(contents(written)).join()).not.toContain(REPORT);
});

test("an app without a construct of this library is left alone", () => {
  const app = new App({ outdir: temporaryFolder() });
  exported(new RawIdentity(newStack("raw", app), "identity", { ...GROUP, name: "x" }));
  app.synth();
  expect(existsSync(fileOf(app, "raw"))).toBe(false);
});

test("what an aspect adds, after a look at what there is, is told of as made by this library", () => {
  const app = new App({ outdir: temporaryFolder() });
  const stack = newStack("alpha", app);
  identityIn(stack);
  const visit = (node: unknown) => {
    if (node !== stack || stack.node.findAll().some(({ node: { id } }) => id === "more")) return;
    exported(new UserAssignedIdentity(stack, "more", { ...GROUP, name: "id-more" }));
  };
  Aspects.of(stack).add({ visit });
  app.synth();
  expect(writtenReport(app, "alpha").own).toEqual([
    "azurerm_user_assigned_identity.identity",
    "azurerm_user_assigned_identity.more",
  ]);
});

test("what is in a stack inside another one is told of in the report of its own stack alone", () => {
  const app = new App({ outdir: temporaryFolder() });
  const outer = newStack("outer", app);
  const inner = new TerraformStack(outer, "inner");
  new AzurermProvider(inner, "azurerm", { features: [{}] });
  exported(new UserAssignedIdentity(outer, "identity", { ...GROUP, name: "id-outer" }));
  exported(new UserAssignedIdentity(inner, "mine", { ...GROUP, name: "id-inner" }));
  app.synth();
  expect(writtenReport(app, "outer").own).toEqual(["azurerm_user_assigned_identity.identity"]);
  expect(writtenReport(app, "inner").own).toEqual(["azurerm_user_assigned_identity.mine"]);
});

/** An app that synthesizes its stacks itself, without a look at the tree. */
class Own extends App {
  public override synth(): void {
    const { outdir, skipValidation, manifest } = this;
    const stacks = this.node.children.filter(TerraformStack.isStack);
    for (const stack of stacks) stack.prepareStack();
    for (const stack of stacks) stack.synthesizer.synthesize({ outdir, skipValidation, manifest });
    manifest.writeToFile();
  }
}

test("the stacks of an app with a synth of its own have reports, and are checked together", () => {
  const app = new Own({ outdir: temporaryFolder() });
  identityIn(newStack("alpha", app));
  app.synth();
  expect(writtenReport(app, "alpha").own).toEqual(["azurerm_user_assigned_identity.identity"]);
  identityIn(newStack("beta", app), "id-alpha");
  expect(() => app.synth()).toThrow(/duplicate-name: name "id-alpha" is the name of alpha\/identity too/);
});

test("stacks that the synth of an app makes before that of cdktf are checked along with the others", () => {
  class Late extends App {
    public constructor(private readonly names: Record<string, string>) {
      super({ outdir: temporaryFolder() });
    }
    public override synth(): void {
      this.node.findAll();
      for (const [id, name] of Object.entries(this.names)) identityIn(newStack(id, this), name);
      super.synth();
    }
  }
  const app = new Late({ late: "id-late" });
  identityIn(newStack("alpha", app));
  app.synth();
  expect(writtenReport(app, "late").own).toEqual(["azurerm_user_assigned_identity.identity"]);
  const same = new Late({ late: "id-alpha", later: "id later" });
  identityIn(newStack("alpha", same));
  expect(() => same.synth()).toThrow(
    /duplicate-name: name "id-alpha".*identity-name: identity name "id later"/s,
  );
});

test("a stack that an app with a synth of its own has and cdktf does not write is not looked at", () => {
  class Looking extends App {
    public override synth(): void {
      super.synth();
      identityIn(newStack("never", this), "id never");
      this.node.findAll();
    }
  }
  const app = new Looking({ outdir: temporaryFolder() });
  identityIn(newStack("alpha", app));
  app.synth();
  expect(Object.keys(app.manifest.stacks)).toEqual(["alpha"]);
});

test("a stack that is made while its app is synthesized is not looked at, whoever looks at the tree", () => {
  const app = new App({ outdir: temporaryFolder() });
  identityIn(newStack("alpha", app));
  const visit = () => {
    if (app.node.findAll().some(({ node: { id } }) => id === "late")) return;
    identityIn(newStack("late", app), "id late");
  };
  Aspects.of(app.node.findChild("alpha")).add({ visit });
  app.synth();
  expect(Object.keys(app.manifest.stacks)).toEqual(["alpha"]);
});

test("an app and stacks whose nodes take no new property, or have a look of their own, are read all the same", () => {
  const app = new App({ outdir: temporaryFolder() });
  const [alpha, beta] = ["alpha", "beta"].map((id) => newStack(id, app)) as [TerraformStack, TerraformStack];
  for (const stack of [alpha, beta]) identityIn(stack);
  const findAll = beta.node.findAll.bind(beta.node);
  beta.node.findAll = () => findAll().slice(0, 1);
  Object.freeze(app.node);
  Object.freeze(alpha.node);
  app.synth();
  for (const stack of ["alpha", "beta"]) {
    expect(writtenReport(app, stack).own).toEqual(["azurerm_user_assigned_identity.identity"]);
  }
});

test("a look at the tree with leaves first, just before cdktf writes, changes no order", () => {
  const app = new App({ outdir: temporaryFolder() });
  const stack = newStack("alpha", app);
  const outer = new UserAssignedIdentity(stack, "outer", { ...GROUP, name: "id-outer" });
  exported(outer);
  exported(new UserAssignedIdentity(outer.resource, "inner", { ...GROUP, name: "id-inner" }));
  const toTerraform = stack.toTerraform.bind(stack);
  stack.toTerraform = () => {
    stack.node.findAll(ConstructOrder.POSTORDER);
    return toTerraform();
  };
  app.synth();
  const inner = "azurerm_user_assigned_identity.outer_inner";
  expect(writtenReport(app, "alpha").own).toEqual([
    "azurerm_user_assigned_identity.outer",
    expect.stringContaining(inner),
  ]);
});

test("after a synth the methods of an app and its stacks are as they were", () => {
  const app = appIn(temporaryFolder());
  const alpha = app.node.findChild("alpha");
  app.synth();
  for (const owner of [app.node, alpha.node, alpha]) {
    expect(Object.keys(Object.getOwnPropertyDescriptors(owner))).not.toEqual(
      expect.arrayContaining([expect.stringMatching(/^(?:findAll|toTerraform|toHclTerraform)$/)]),
    );
  }
});
