import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import os from "node:os";
import { join } from "node:path";
import { ResourceGroup } from "@cdktf/provider-azurerm/lib/resource-group";
import { type App, DataResource, TerraformOutput, TerraformStack, TerraformVariable } from "cdktf";
import { UserAssignedIdentity } from "cdktf-azure-identity";
import {
  type ObjectValue,
  type TerraformError,
  TerraformStacks,
  type TerraformStacksOptions,
  withTags,
} from "cdktf-azure-identity/testing/terraform";
import { exported, GROUP, newApp, newStack, SUBSCRIPTION, temporaryFolder } from "../support";

const opened: TerraformStacks[] = [];
afterEach(async () => {
  for (const stacks of opened.splice(0)) await stacks.close();
});

async function open(app: App | string, options?: TerraformStacksOptions): Promise<TerraformStacks> {
  const stacks = await TerraformStacks.open(app, options);
  opened.push(stacks);
  return stacks;
}

const RG = `/subscriptions/${SUBSCRIPTION}/resourceGroups/rg-orders`;

function identityIn(stack: TerraformStack, name = "id-orders"): UserAssignedIdentity {
  return exported(new UserAssignedIdentity(stack, "identity", { ...GROUP, name }));
}

test("what is applied is in the Azure that stands in, and in the state", async () => {
  const stack = newStack("orders");
  identityIn(stack);
  const stacks = await open(stack.node.root as App, { existing: [RG] });
  await stacks.get("orders").init();
  const applied = await stacks.get("orders").apply();
  const id = `${RG}/providers/Microsoft.ManagedIdentity/userAssignedIdentities/id-orders`;
  const { resources, outputs } = await stacks.get("orders").state();
  expect(applied.added).toBe(1);
  expect(outputs["identity-id"]?.value).toBe(id);
  expect(resources.map(({ address }) => address)).toEqual(["azurerm_user_assigned_identity.identity"]);
  expect(stacks.azure.exists(id)).toBe(true);
});

test("what is missing in Azure fails the apply, in words of Azure, Terraform and the log of the stand-in", async () => {
  const stack = newStack("orders");
  identityIn(stack);
  const stacks = await open(stack.node.root as App);
  const error: TerraformError = await stacks
    .get("orders")
    .apply()
    .catch((failure) => failure);
  expect(error.message).toContain("ResourceGroupNotFound");
  expect(error.message).toContain("with azurerm_user_assigned_identity.identity");
  expect(error.message).toMatch(/azurerm_user_assigned_identity {2}ApplyResourceChange .*refused/);
});

test("a change of the program that needs another type is served too", async () => {
  const [before, after] = [newStack("orders"), newStack("orders")];
  identityIn(before);
  new ResourceGroup(after, "group", { name: "rg-new", location: "westeurope" });
  const folders = [before, after].map(({ node }) => {
    const app = node.root as App;
    app.synth();
    return app.outdir;
  });
  const [old, next] = await Promise.all(folders.map((folder) => open(folder, { existing: [RG] })));
  const run = (old as TerraformStacks).get("orders");
  await run.apply();
  await run.change(() => (next as TerraformStacks).get("orders").json);
  expect(await run.apply()).toMatchObject({ added: 1, destroyed: 1 });
});

test("stacks of an app come after those that they depend on, and read their states", async () => {
  const app = newApp();
  const second = newStack("a-second", app);
  const identity = identityIn(newStack("first", app));
  new TerraformOutput(second, "principal", { value: identity.principalId });
  const stacks = await open(app, { existing: [RG] });
  expect(stacks.all.map(({ name }) => name)).toEqual(["first", "a-second"]);
  for (const stack of stacks.all) await stack.apply();
  const { resources } = await stacks.get("first").state();
  const { outputs } = await stacks.get("a-second").state();
  expect(outputs.principal?.value).toBe(resources[0]?.values.principal_id);
});

test("drift of Azure shows in the plan", async () => {
  const stack = newStack("orders");
  identityIn(stack);
  const stacks = await open(stack.node.root as App, { existing: [RG] });
  await stacks.get("orders").apply();
  stacks.azure.remove(`${RG}/providers/Microsoft.ManagedIdentity/userAssignedIdentities/id-orders`);
  const { drift, changes } = await stacks.get("orders").plan();
  expect(drift.map(({ actions }) => actions)).toEqual([["delete"]]);
  expect(changes.map(({ actions }) => actions)).toEqual([["create"]]);
});

test("all that is wrong with variables is said at once", async () => {
  const stack = newStack("orders");
  new TerraformVariable(stack, "known", { type: "string", default: "x" });
  new TerraformVariable(stack, "missing", { type: "string" });
  await expect(open(stack.node.root as App, { variables: { typo: 1 } })).rejects.toThrow(
    'variable "missing" of stack "orders" has no default and no value; give one in variables\n' +
      'no stack declares a variable "typo"; correct the name, or leave it out',
  );
});

describe("a provider that nothing stands in for", () => {
  /** The bindings of `time`, under the name of a provider that the stand-in does not know. */
  function shopStack() {
    const bindings = join(temporaryFolder(), "shop");
    const source = readFileSync(require.resolve("@cdktf/provider-time/lib/provider"), "utf8");
    mkdirSync(join(bindings, "provider"), { recursive: true });
    writeFileSync(
      join(bindings, "provider", "index.ts"),
      originalOf(source).replace(/(['"])time\1/g, "$1shop$1"),
    );
    const stack = newStack("orders");
    stack.addOverride("terraform.required_providers.shop", { source: "example/shop" });
    return { app: stack.node.root as App, bindings: { shop: bindings } };
  }

  test("is named", async () => {
    const { app, bindings } = shopStack();
    await expect(open(app, { bindings })).rejects.toThrow(
      "nothing stands in for provider shop; allowed are azurerm, azuread, azapi, time; give its behaviour as providers",
    );
  });

  test("is served where its behaviour is given", async () => {
    const { app, bindings } = shopStack();
    const shop = {
      resource: () => ({ create: (planned: ObjectValue) => planned }),
      dataSource: () => ({ read: (config: ObjectValue) => config }),
    };
    const stacks = await open(app, { bindings, providers: { shop } });
    expect(await stacks.get("orders").validate()).toEqual([]);
  });
});

/** The TypeScript that a published class carries in its source map. */
function originalOf(published: string): string {
  const [, encoded = ""] = /sourceMappingURL=data:application\/json;base64,(\S+)/.exec(published) ?? [];
  return JSON.parse(Buffer.from(encoded, "base64").toString("utf8")).sourcesContent[0];
}

test("a stack that is not there is an error that lists those that are", async () => {
  const stacks = await open(newStack("orders").node.root as App);
  expect(() => stacks.get("order")).toThrow(
    'there is no stack "order"; allowed are orders; give one of them',
  );
});

test("a folder that cdktf did not write is refused", async () => {
  await expect(open(temporaryFolder())).rejects.toThrow(
    /manifest\.json cannot be read as output of cdktf.*run cdktf synth/,
  );
});

test("nothing is left when it is closed", async () => {
  const folder = temporaryFolder();
  const app = newStack("orders").node.root as App;
  const made = jest.spyOn(os, "tmpdir").mockReturnValue(folder);
  const stacks = await TerraformStacks.open(app).finally(() => made.mockRestore());
  expect(readdirSync(folder)).not.toEqual([]);
  await stacks.get("orders").init();
  await Promise.all([stacks.close(), stacks.close()]);
  expect(readdirSync(folder)).toEqual([]);
});

describe("tags on everything", () => {
  const tagged = (tags: unknown) =>
    withTags({ resource: { azurerm_resource_group: { group: { name: "rg", tags } } } }, { added: "yes" })
      .resource;

  test.each([
    ["beside none", undefined, { added: "yes" }],
    ["beside those that are there", { owner: "orders" }, { owner: "orders", added: "yes" }],
    ["beside those that only Terraform knows", "${var.tags}", '${merge(var.tags, {"added":"yes"})}'],
  ])("%s", (_, present, expected) => {
    expect(tagged(present)).toEqual({ azurerm_resource_group: { group: { name: "rg", tags: expected } } });
  });

  test("but not where the type has none", () => {
    const resource = { azurerm_subnet: { subnet: { name: "snet" } }, terraform_data: { data: { input: 1 } } };
    expect(withTags({ resource }, { added: "yes" })).toEqual({ resource });
  });
});

describe("the real provider", () => {
  test("is what a plain init installs", async () => {
    const app = newApp();
    new DataResource(new TerraformStack(app, "orders"), "data", { input: { order: 1 } });
    const stacks = await open(app, { provider: "real" });
    expect(stacks.mode).toBe("real");
    await stacks.get("orders").init();
    await stacks.get("orders").validate();
    expect(await stacks.get("orders").apply()).toMatchObject({ added: 1 });
  });

  test("is asked for by an environment variable too, and by no other word", async () => {
    process.env.CDKTF_AZURE_IDENTITY_PROVIDER = "true";
    try {
      await expect(open(newStack("orders").node.root as App)).rejects.toThrow(
        'CDKTF_AZURE_IDENTITY_PROVIDER is "true"; allowed are "stand-in" and "real"; set it to one of them, or unset it',
      );
    } finally {
      delete process.env.CDKTF_AZURE_IDENTITY_PROVIDER;
    }
  });
});
