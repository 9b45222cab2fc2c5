import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { RoleAssignment } from "@cdktf/provider-azurerm/lib/role-assignment";
import { UserAssignedIdentity as RawIdentity } from "@cdktf/provider-azurerm/lib/user-assigned-identity";
import { Annotations, App, Aspects, TerraformStack, Testing } from "cdktf";
import { IdentityRoleBinding, IdentityRules, Role, UserAssignedIdentity } from "cdktf-azure-identity";
import { Construct } from "constructs";
import { exported, GROUP, GUID, newApp, newStack, temporaryFolder } from "../support";

type Build = (stack: TerraformStack) => void;

const good: Build = (stack) =>
  void exported(
    new UserAssignedIdentity(stack, "identity", {
      ...GROUP,
      name: `id-${stack.node.id}`,
    }),
  );
const bad: Build = (stack) =>
  void exported(
    new UserAssignedIdentity(stack, "identity", {
      ...GROUP,
      name: `id ${stack.node.id}`,
    }),
  );
const raw: Build = (stack) =>
  void new RawIdentity(stack, "identity", {
    ...GROUP,
    name: `id ${stack.node.id}`,
  });
const ownBinding: Build = (stack) =>
  void new IdentityRoleBinding(stack, "binding", {
    identity: { principalId: GUID, tenantId: GUID },
    role: Role.builtIn("Reader"),
    scope: "/",
  });
const withAspect =
  (build: Build, visit: (node: unknown) => void): Build =>
  (stack) => {
    build(stack);
    Aspects.of(stack).add({ visit });
  };
const rename = (name: string) => (node: unknown) => {
  if (node instanceof RawIdentity) node.name = name;
};

function appOf(builds: Record<string, Build>): App {
  const app = newApp();
  for (const [id, build] of Object.entries(builds)) build(newStack(id, app));
  return app;
}

/** The construct paths that the message of a failed synth lists. */
function failing(app: App): string[] {
  try {
    app.synth();
  } catch (error) {
    return [...(error as Error).message.matchAll(/^ {2}([\w/-]+) {2}\(/gm)].map(([, path]) => path as string);
  }
  return [];
}

function thrownBy(work: () => void): Error {
  try {
    work();
  } catch (error) {
    return error as Error;
  }
  throw new Error("nothing was thrown");
}

function filesOf({ outdir }: App): string[] {
  return readdirSync(outdir, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(outdir.length + 1))
    .sort();
}

const ALL_WRITTEN = [
  "manifest.json",
  "stacks/alpha/cdk.tf.json",
  "stacks/alpha/identity-report.json",
  "stacks/beta/cdk.tf.json",
  "stacks/beta/identity-report.json",
];

describe("one failing synth shows the findings of all stacks and leaves no file", () => {
  test.each<[string, Record<string, Build>, string[]]>([
    ["one bad stack", { alpha: bad }, ["alpha/identity"]],
    ["a raw stack, a good one and a bad one", { alpha: raw, beta: good, gamma: bad }, ["gamma/identity"]],
    ["bad, good, bad", { alpha: bad, beta: good, gamma: bad }, ["alpha/identity", "gamma/identity"]],
    ["bad, then raw as the last", { alpha: bad, beta: raw }, ["alpha/identity"]],
    [
      "bad, then made bad by its aspect",
      { alpha: bad, beta: withAspect(good, rename("id worse")) },
      ["alpha/identity", "beta/identity"],
    ],
    [
      "bad, then a construct added by an aspect",
      {
        alpha: bad,
        beta: withAspect(good, (node) => {
          if (!TerraformStack.isStack(node) || node.node.tryFindChild("more")) return;
          exported(
            new UserAssignedIdentity(node, "more", {
              ...GROUP,
              name: "id more",
            }),
          );
        }),
      },
      ["alpha/identity", "beta/more"],
    ],
    [
      "good, then bad with an unrelated aspect",
      { alpha: good, beta: withAspect(bad, () => {}) },
      ["beta/identity"],
    ],
    ["the same binding in two stacks", { alpha: ownBinding, beta: ownBinding }, ["beta/binding"]],
  ])("%s", (_, builds, expected) => {
    const app = appOf(builds);
    expect(failing(app)).toEqual(expected);
    expect(filesOf(app)).toEqual([]);
    expect(readdirSync(join(app.outdir, "stacks"))).toEqual([]);
  });
});

test("a stack that its aspect repairs passes, and everything is written", () => {
  const app = appOf({
    alpha: good,
    beta: withAspect(bad, rename("id-repaired")),
  });
  app.synth();
  expect(filesOf(app)).toEqual(ALL_WRITTEN);
});

test("a failing synth leaves an earlier output as it was", () => {
  const outdir = temporaryFolder();
  const synth = (beta: Build) => {
    const app = new App({ outdir });
    good(newStack("alpha", app));
    newStack("alpha-two", app);
    beta(newStack("beta", app));
    app.synth();
    return app;
  };
  const contents = (app: App) => filesOf(app).map((file) => readFileSync(join(outdir, file), "utf8"));
  const app = synth(good);
  const before = contents(app);
  expect(() => synth(bad)).toThrow("identity-name");
  expect(contents(app)).toEqual(before);
});

test("a synth that another validation fails leaves no file either", () => {
  const app = appOf({ alpha: good, beta: good });
  app.node.findChild("beta").node.addValidation({ validate: () => ["refused by the user"] });
  expect(() => app.synth()).toThrow("refused by the user");
  expect(filesOf(app)).toEqual([]);
});

test("a synth that the app's own validation fails leaves no file either", () => {
  const app = appOf({ alpha: good });
  app.node.addValidation({ validate: () => ["refused by the app"] });
  expect(() => app.synth()).toThrow("refused by the app");
  expect(filesOf(app)).toEqual([]);
});

test("a stack that comes first in the tree but was made last leaves no file either", () => {
  const app = newApp();
  const first = new Construct(app, "first");
  bad(newStack("alpha", app));
  raw(newStack("beta", first as App));
  expect(failing(app)).toEqual(["alpha/identity"]);
  expect(filesOf(app)).toEqual([]);
});

test("a stack that is made while the app synthesizes is checked with the others", () => {
  class Late extends App {
    public override synth(): void {
      bad(newStack("late", this));
      super.synth();
    }
  }
  const app = new Late({ outdir: temporaryFolder() });
  good(newStack("early", app));
  expect(() => app.synth()).toThrow("late/identity");
  expect(filesOf(app)).toEqual([]);
});

test("the app and its stacks stay as they were made: methods can be replaced, and are their own after a synth", () => {
  const app = appOf({ alpha: good });
  const alpha = app.node.findChild("alpha") as TerraformStack;
  const own = alpha.toTerraform.bind(alpha);
  alpha.toTerraform = () => ({ ...own(), marker: "of the user" });
  app.synth();
  app.synth();
  expect(readFileSync(join(app.outdir, "stacks/alpha/cdk.tf.json"), "utf8")).toContain("of the user");
  const spy = jest.spyOn(app, "synth").mockImplementation(() => {});
  app.synth();
  expect(spy).toHaveBeenCalledTimes(1);
});

test("a failing synth rewrites no file that it did not change", () => {
  const app = appOf({ alpha: bad });
  const file = join(app.outdir, "stacks/other/cdk.tf.json");
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, "{}");
  utimesSync(file, 1, 1);
  expect(() => app.synth()).toThrow("alpha/identity");
  expect(statSync(file).mtimeMs).toBe(1000);
});

test("error annotations are shown beside findings where cdktf leaves them to the manifest", () => {
  process.env.CDKTF_CONTINUE_SYNTH_ON_ERROR_ANNOTATIONS = "true";
  const app = appOf({ alpha: bad });
  delete process.env.CDKTF_CONTINUE_SYNTH_ON_ERROR_ANNOTATIONS;
  Annotations.of(app.node.findChild("alpha")).addError("refused by an annotation");
  expect(() => app.synth()).toThrow(/identity-name.*error annotation \[alpha\] refused by an annotation/s);
});

test("assets beside a stack's file stay", () => {
  const app = appOf({ alpha: bad });
  const file = join(app.outdir, "stacks/alpha/asset.txt");
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, "an asset");
  expect(() => app.synth()).toThrow();
  expect(filesOf(app)).toEqual(["stacks/alpha/asset.txt"]);
});

test("an error of someone else keeps its trace", () => {
  const app = appOf({ alpha: good });
  const theirs = new Error("theirs");
  theirs.stack = "Error: theirs\n    at deep (/app/node_modules/theirs/index.js:1:1)";
  Aspects.of(app.node.findChild("alpha")).add({
    visit: () => {
      throw theirs;
    },
  });
  expect(() => app.synth()).toThrow(theirs);
  expect(theirs.stack).toContain("node_modules/theirs");
});

test("a stack with a synthesizer of its own is checked all the same", () => {
  const app = appOf({ alpha: good, beta: bad });
  (app.node.findChild("beta") as TerraformStack).synthesizer = {
    synthesize: () => {},
  };
  expect(failing(app)).toEqual(["beta/identity"]);
});

test("findings join what validations of others say, as far as stacks are in their final state", () => {
  const app = appOf({ alpha: bad, beta: bad, gamma: bad });
  app.node.findChild("beta").node.addValidation({ validate: () => ["refused by the user"] });
  const { message, stack } = thrownBy(() => app.synth());
  for (const said of [message, stack]) {
    expect(said).toContain("refused by the user");
    expect(said).toContain("2 errors in 2 stacks");
    expect(said).toContain("alpha/identity");
    expect(said).toContain("beta/identity");
    expect(said).not.toContain("gamma/identity");
  }
});

test("findings of all stacks that are in their final state join also where cdktf writes HCL", () => {
  const app = new App({ outdir: temporaryFolder(), hclOutput: true });
  process.env.SYNTH_HCL_OUTPUT = "true";
  for (const id of ["alpha", "beta", "gamma"]) bad(newStack(id, app));
  delete process.env.SYNTH_HCL_OUTPUT;
  app.node.findChild("gamma").node.addValidation({ validate: () => ["refused by the user"] });
  expect(thrownBy(() => app.synth()).message).toContain("3 errors in 3 stacks");
});

test("a folder that cannot be restored is said after what went wrong first", () => {
  const app = appOf({ alpha: bad });
  const file = join(app.outdir, "stacks/other/cdk.tf.json");
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, "{}");
  Aspects.of(app.node.findChild("alpha")).add({
    visit: () => {
      rmSync(file, { recursive: true, force: true });
      mkdirSync(file);
    },
  });
  expect(() => app.synth()).toThrow(
    /identity-name.*the output folder could not be made what it was: EISDIR/s,
  );
});

test("a validation of others that fails a good stack says what it said", () => {
  const app = appOf({ alpha: good });
  app.node.findChild("alpha").node.addValidation({ validate: () => ["refused by the user"] });
  expect(thrownBy(() => app.synth()).message).not.toContain("cdktf-azure-identity");
});

test("an app that was repaired after a failing synth synthesizes", () => {
  const app = appOf({ alpha: good, beta: bad });
  expect(failing(app)).toEqual(["beta/identity"]);
  const identity = app.node.findChild("beta").node.findChild("identity") as UserAssignedIdentity;
  identity.resource.name = "id-repaired";
  app.synth();
  expect(filesOf(app)).toEqual(ALL_WRITTEN);
});

test("HCL output is taken back like JSON", () => {
  const app = new App({ outdir: temporaryFolder(), hclOutput: true });
  process.env.SYNTH_HCL_OUTPUT = "true";
  good(newStack("alpha", app));
  bad(newStack("beta", app));
  delete process.env.SYNTH_HCL_OUTPUT;
  expect(failing(app)).toEqual(["beta/identity"]);
  expect(filesOf(app)).toEqual([]);
});

test("an app without validation is not checked", () => {
  const app = new App({ outdir: temporaryFolder(), skipValidation: true });
  bad(newStack("alpha", app));
  app.synth();
  expect(existsSync(join(app.outdir, "stacks/alpha/cdk.tf.json"))).toBe(true);
});

test("what cdktf writes of constructs beside them is no use of an identity", () => {
  const app = appOf({
    test: (stack) => {
      const folder = new Construct(stack, "userAssignedIdentities");
      new UserAssignedIdentity(folder, "id-app", { ...GROUP, name: "id-app" });
    },
  });
  IdentityRules.severity(app, "unused-identity", "error");
  expect(failing(app)).toEqual(["test/userAssignedIdentities/id-app"]);
});

test("stacks inside other constructs and other stacks are checked", () => {
  const app = newApp();
  const outer = newStack("outer", new Construct(app, "stage") as App);
  good(outer);
  bad(newStack("inner", outer as unknown as App));
  const { message } = thrownBy(() => app.synth());
  expect(message).toMatch(/^cdktf-azure-identity found 1 error in 1 stack$/m);
  expect(message).toContain("stage/outer/inner/identity");
  expect(filesOf(app)).toEqual([]);
});

describe("a stack that is synthesized alone answers for itself", () => {
  test.each([
    ["Testing.synth with validations", (stack: TerraformStack) => Testing.synth(stack, true)],
    ["Testing.fullSynth", (stack: TerraformStack) => Testing.fullSynth(stack)],
  ])("%s", (_, synth) => {
    const app = appOf({ alpha: good, beta: bad });
    const [alpha, beta] = app.node.children as TerraformStack[];
    expect(() => synth(alpha as TerraformStack)).not.toThrow();
    expect(() => synth(beta as TerraformStack)).toThrow("beta/identity");
  });
});

test("the text counts first, then groups by stack and construct", () => {
  const app = appOf({ alpha: bad, beta: bad });
  expect(() => app.synth()).toThrowErrorMatchingInlineSnapshot(`
    "cdktf-azure-identity found 2 errors in 2 stacks

    alpha
      alpha/identity  (azurerm_user_assigned_identity.identity)
        error  identity-name: identity name "id alpha" contains " "
          allowed are 3-128 of A-Z a-z 0-9 - _, first a letter or digit
          change the name, for example to "id-alpha"

    beta
      beta/identity  (azurerm_user_assigned_identity.identity)
        error  identity-name: identity name "id beta" contains " "
          allowed are 3-128 of A-Z a-z 0-9 - _, first a letter or digit
          change the name, for example to "id-beta"

    node_modules/cdktf-azure-identity/docs/rules.md says why; IdentityRules.acknowledge(construct, { id, reason }) accepts a finding"
  `);
});

test("the trace of a failed synth shows the user's frames alone", () => {
  try {
    appOf({ alpha: bad }).synth();
  } catch (error) {
    const frames = (error as Error).stack?.split("\n").filter((line) => /^ +at /.test(line)) ?? [];
    expect(frames.length).toBeGreaterThan(0);
    expect(frames.filter((frame) => /cdktf\/lib|lib\/synth/.test(frame))).toEqual([]);
  }
  expect.assertions(2);
});

describe("warnings", () => {
  const rawBeside: Build = (stack) => {
    good(stack);
    for (let at = 0; at < 8; at++) {
      new RoleAssignment(stack, `raw-${at}`, {
        scope: `/subscriptions/${GUID}`,
        roleDefinitionName: `Mine ${at}`,
        principalId: GUID,
      });
    }
  };
  type Annotated = {
    annotations: { constructPath: string; level: string; message: string }[];
  };
  const annotationsOf = (app: App) => {
    const { stacks } = JSON.parse(readFileSync(join(app.outdir, "manifest.json"), "utf8"));
    return Object.values<Annotated>(stacks).map(({ annotations }) =>
      annotations.filter(({ level }) => level === "@cdktf/warn"),
    );
  };

  test("reach the manifest of their own stack, a handful each and the rest as one", () => {
    const app = appOf({ alpha: rawBeside, beta: good });
    app.synth();
    const [alpha = [], beta] = annotationsOf(app);
    expect(beta).toEqual([]);
    expect(alpha.map(({ constructPath }) => constructPath).sort()).toEqual([
      "alpha",
      "alpha/raw-0",
      "alpha/raw-1",
      "alpha/raw-2",
      "alpha/raw-3",
      "alpha/raw-4",
    ]);
    expect(alpha.find(({ constructPath }) => constructPath === "alpha")).toEqual({
      constructPath: "alpha",
      level: "@cdktf/warn",
      message: "unknown-role-name: 3 more of this kind, the first at alpha/raw-5",
    });
  });

  test("are the same after a second synth, not twice as many", () => {
    const app = appOf({ alpha: rawBeside });
    app.synth();
    const texts = () =>
      annotationsOf(app).map((annotations) => annotations.map(({ message }) => message).sort());
    const once = texts();
    app.synth();
    expect(texts()).toEqual(once);
  });

  test("are gone when their cause is", () => {
    const app = appOf({ alpha: rawBeside });
    app.synth();
    for (let at = 0; at < 8; at++) {
      const raw = app.node.findChild("alpha").node.findChild(`raw-${at}`) as RoleAssignment;
      raw.roleDefinitionName = "Reader";
      raw.scope = `/subscriptions/${GUID}/resourceGroups/rg-${at}`;
    }
    app.synth();
    expect(annotationsOf(app)).toEqual([[]]);
  });

  test("do not fail a synth", () => {
    const app = appOf({ alpha: rawBeside });
    expect(() => app.synth()).not.toThrow();
  });
});
