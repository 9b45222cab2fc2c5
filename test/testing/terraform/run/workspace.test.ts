import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { refuseDownloads } from "../../../../lib/testing/terraform/run/unserved-providers";
import { Workspace } from "../../../../lib/testing/terraform/run/workspace";
import { temporaryFolder } from "../../../support";
import { failureOf, newStack, opened, things } from "../stack";

test("a backend of the configuration is left out, so that the real state is never touched", async () => {
  const elsewhere = join(temporaryFolder(), "terraform.tfstate");
  const { stack } = await newStack({
    ...things({ a: { name: "a" } }),
    terraform: { backend: { local: { path: elsewhere } }, required_providers: { toy: { source: "toy" } } },
  });
  await stack.init();
  await stack.apply();
  expect(existsSync(elsewhere)).toBe(false);
  expect((await stack.state()).resources).toHaveLength(1);
});

test("variables are given as a file, and sensitive ones stay so", async () => {
  const configuration = {
    variable: { size: { type: "number" }, secret: { type: "string", sensitive: true } },
    output: {
      size: { value: "${var.size}" },
      secret: { value: "${var.secret}", sensitive: true },
    },
  };
  const variables = { size: 2, secret: "$" + "{not an expression}" };
  const stack = await opened(new Workspace(configuration, { variables }));
  await stack.apply();
  expect((await stack.state()).outputs).toEqual({
    size: { value: 2, sensitive: false },
    secret: { value: "$" + "{not an expression}", sensitive: true },
  });
  expect((await stack.plan()).isEmpty).toBe(true);
});

test("a failure has the lines of the source and what expressions come to", async () => {
  const { stack } = await newStack({
    ...things({ a: { name: "a", size: "${var.word}" } }),
    variable: { word: { default: "x" } },
  });
  const error = await failureOf(stack.plan());
  expect(error.message).toContain(`terraform plan failed with exit code 1, 1 error

Error: Incorrect attribute value type

  on cdk.tf.json line 6, in resource.toy_thing.a:
  6:         "size": "\${var.word}"
    var.word is "x"

Inappropriate value for attribute "size": a number is required.`);
  expect(error).toMatchObject({ command: "terraform plan", exitCode: 1 });
});

test("nothing of Terraform's that is set outside has an effect", async () => {
  const outside = {
    TF_VAR_word: "outside",
    TF_CLI_ARGS_plan: "-bogus",
    TF_DATA_DIR: "/nowhere",
    TF_LOG: "trace",
  };
  Object.assign(process.env, outside);
  try {
    const variable = { word: { default: "inside" } };
    const stack = await opened(new Workspace({ variable, output: { word: { value: "${var.word}" } } }));
    expect((await stack.plan()).outputs.word.after).toBe("inside");
  } finally {
    for (const name of Object.keys(outside)) delete process.env[name];
  }
});

test("moved resources, replacements, data and outputs of a plan are told apart from what stays", async () => {
  const { stack } = await newStack(things({ a: { name: "a" }, b: { name: "b" } }));
  await stack.apply();
  await stack.write({
    ...things({ c: { name: "a" }, b: { name: "b" } }),
    moved: [{ from: "toy_thing.a", to: "toy_thing.c" }],
    output: { id: { value: "${toy_thing.c.id}" } },
  });
  const plan = await stack.plan();
  expect(plan.changes).toMatchObject([
    { address: "toy_thing.c", previousAddress: "toy_thing.a", actions: ["no-op"] },
  ]);
  expect(plan.outputs).toMatchObject({ id: { actions: ["create"], before: null, after: "toy-a" } });
  expect(plan.isEmpty).toBe(false);
});

test("further arguments reach Terraform", async () => {
  const { stack } = await newStack(things({ a: { name: "a" }, b: { name: "b" } }));
  await stack.apply({ args: ["-target=toy_thing.a"] });
  expect((await stack.state()).resources.map(({ address }) => address)).toEqual(["toy_thing.a"]);
  const { changes } = await stack.plan({ args: ["-destroy"] });
  expect(changes.map(({ actions }) => actions)).toEqual([["delete"]]);
});

test("commands that are asked for at once run one after the other", async () => {
  const { stack } = await newStack(things({ a: { name: "a" } }));
  const [applied, state, plan] = await Promise.all([stack.apply(), stack.state(), stack.plan()]);
  expect([applied.added, state.resources.length, plan.isEmpty]).toEqual([1, 1, true]);
});

test("modules of folders are installed, and their resources are in the state", async () => {
  const folder = temporaryFolder();
  const { stack } = await newStack({ module: { m: { source: folder, for_each: '${toset(["x"])}' } } });
  const inner = await opened(new Workspace(things({ a: { name: "a" } })));
  const text = readFileSync(join(inner.folder, "cdk.tf.json"), "utf8");
  require("node:fs").writeFileSync(join(folder, "main.tf.json"), text);
  expect((await failureOf(stack.plan())).message).toContain("hint: the configuration calls a module");
  await stack.init();
  await stack.apply();
  expect((await stack.state()).resources).toMatchObject([{ address: 'module.m["x"].toy_thing.a' }]);
  expect(readdirSync(stack.folder)).not.toContain(".terraform.lock.hcl");
});

test("all that would have to be downloaded is refused at once, before Terraform runs", async () => {
  const { stack } = await newStack({
    terraform: [{ required_providers: { random: { source: "registry.terraform.io/hashicorp/random" } } }],
    resource: [{ null_resource: { a: {} }, toy_thing: { a: { name: "a" } }, terraform_data: { a: {} } }],
    data: { other_thing: { a: { provider: "toy.alias" } } },
    module: { near: { source: "./near" }, far: { source: "hashicorp/consul/aws" } },
  });
  expect((await failureOf(stack.init())).message).toBe(
    [
      "nothing is downloaded in a test:",
      "  - provider hashicorp/random is not served (served: hashicorp/toy); serve it, or leave out what is of it",
      "  - provider hashicorp/null is not served (served: hashicorp/toy); serve it, or leave out what is of it",
      "  - module far comes from hashicorp/consul/aws; give a folder, or leave it out",
    ].join("\n"),
  );
});

test.each([
  "toy",
  "hashicorp/toy",
  "registry.terraform.io/hashicorp/toy",
])("%s is a served provider", (source) => {
  const configuration = {
    terraform: { required_providers: { local: { source } } },
    resource: { local_thing: { a: {} } },
  };
  expect(() => refuseDownloads(configuration, '{"hashicorp/toy": {}}')).not.toThrow();
  expect(() => refuseDownloads(configuration)).toThrow("(served: none)");
});
