import { cpSync, rmSync } from "node:fs";
import { join } from "node:path";
import { AzurermProvider } from "@cdktf/provider-azurerm/lib/provider";
import { RoleAssignment } from "@cdktf/provider-azurerm/lib/role-assignment";
import { TerraformStack } from "cdktf";
import { Deployer, IdentityRules, Role, Scope, UserAssignedIdentity } from "cdktf-azure-identity";
import { Construct } from "constructs";
import { readProject } from "../../../lib/cli/project/read-project";
import type { LocatedFinding } from "../../../lib/report/findings/located-finding";
import { exported, GROUP, GUID, newApp, newStack, SUBSCRIPTION } from "../../support";
import { command, folderWith, identityNamed } from "../support";

const ASSIGNMENT = {
  principalId: GUID,
  roleDefinitionName: "Owner",
  scope: `/subscriptions/${SUBSCRIPTION}`,
};
const WARNED = {
  resource: {
    azurerm_role_assignment: {
      app: { principal_id: GUID, role_definition_name: "Owner", scope: ASSIGNMENT.scope },
    },
  },
};
const WRONG = identityNamed("id.orders");
const RIGHT = {
  ...identityNamed("id-orders"),
  output: { id: { value: "${azurerm_user_assigned_identity.app.id}" } },
};

/** An app with one stack, in which a privileged role is accepted. */
function acceptingApp(): string {
  const app = newApp();
  const stack = newStack("orders", app);
  exported(new UserAssignedIdentity(stack, "identity", { ...GROUP, name: "id-orders" }));
  const binding = new RoleAssignment(stack, "reader", ASSIGNMENT);
  IdentityRules.acknowledge(binding, { id: "privileged-role", reason: "deploys the landing zone" });
  IdentityRules.acknowledge(app, { id: "provider-version", reason: "pinned elsewhere" });
  app.synth();
  return app.outdir;
}

describe("exit codes", () => {
  test.each([
    { what: "an error", file: WRONG, args: [], code: 1 },
    { what: "a warning", file: WARNED, args: [], code: 0 },
    {
      what: "a warning with --fail-on warning",
      file: WARNED,
      args: ["--fail-on", "warning"],
      code: 1,
    },
    {
      what: "nothing with --fail-on warning",
      file: RIGHT,
      args: ["--fail-on", "warning"],
      code: 0,
    },
    { what: "nothing to read", file: [], args: [], code: 2 },
  ])("$what ends with $code", async ({ file, args, code }) => {
    expect((await command("check", folderWith({ "main.tf.json": file }), ...args)).code).toBe(code);
  });

  test("a failure writes one line and nothing to the output", async () => {
    const folder = folderWith({ "main.tf.json": "{" });
    expect(await command("check", folder)).toEqual({
      code: 2,
      out: "",
      err: expect.stringMatching(/^\S+main\.tf\.json is not valid JSON.*\n$/),
    });
  });
});

test("findings of what another program wrote have their raw level, by address", async () => {
  const { out, err } = await command("check", folderWith({ "orders/main.tf.json": WRONG }));
  expect(err).toBe(
    "note: there is no identity-report.json: what the program accepts, and which roles its deployer has, is not known here\n",
  );
  expect(out).toMatchInlineSnapshot(`
    "1 error in 1 stack

    orders
      azurerm_user_assigned_identity.app
        error  identity-name: identity name "id.orders" contains "."
          allowed are 3-128 of A-Z a-z 0-9 - _, first a letter or digit
          change the name, for example to "id-orders"

    node_modules/cdktf-azure-identity/docs/rules.md says why; IdentityRules.acknowledge(construct, { id, reason }) accepts a finding
    "
  `);
});

test("of many findings of a rule some are shown, with how to see all of them", async () => {
  const [identity] = Object.values(identityNamed("id.orders").resource.azurerm_user_assigned_identity);
  const all = Object.fromEntries(Array.from({ length: 51 }, (_, at) => [`app-${at}`, identity]));
  const folder = folderWith({ "main.tf.json": { resource: { azurerm_user_assigned_identity: all } } });
  const { out } = await command("check", folder);
  expect(out).toContain("error  identity-name: 1 more of this kind, the first at ");
  expect(out).toMatch(/\n--format json has all findings\n$/);
  expect(out).not.toContain("Findings.of");
});

test("without findings the stacks are counted", async () => {
  const folder = folderWith({
    "a/main.tf.json": RIGHT,
    "b/main.tf.json": RIGHT,
  });
  expect((await command("check", folder)).out).toBe("no findings in 2 stacks\n");
});

test("what the program accepts is counted, and in JSON has its reason", async () => {
  const folder = acceptingApp();
  expect(await command("check", folder, "--fail-on", "warning")).toMatchObject({
    code: 1,
  });
  const { out } = await command("check", folder, "--format", "json");
  expect(JSON.parse(out).findings).toEqual([
    expect.objectContaining({
      rule: "privileged-role",
      accepted: expect.objectContaining({
        path: "orders/reader",
        reason: "deploys the landing zone",
      }),
      file: join(folder, "stacks/orders/cdk.tf.json"),
      line: expect.any(Number),
    }),
    expect.objectContaining({
      rule: "unused-acknowledgement",
      level: "warning",
      line: 1,
    }),
  ]);
});

test("one stack of an app does not know which acknowledgements nothing uses", async () => {
  const folder = join(acceptingApp(), "stacks/orders");
  expect(await command("check", folder, "--fail-on", "warning")).toEqual({
    code: 0,
    out: "no findings in 1 stack\n\n1 warning accepted; --format json shows the reasons\n",
    err: "",
  });
});

test("levels, conventions, enforcement and deployers of the program are kept", async () => {
  const app = newApp();
  const stack = newStack("orders", app);
  exported(new UserAssignedIdentity(stack, "identity", { ...GROUP, name: "orders" }));
  IdentityRules.naming(app, {
    resourceType: "azurerm_user_assigned_identity",
    prefix: "id-",
  });
  IdentityRules.severity(stack, "naming-convention", "information");
  IdentityRules.severity(app, "deployer-permission", "warning");
  IdentityRules.severity(app, "naming-convention", "warning");
  Deployer.of(app).holds(Role.builtIn("Reader"), Scope.subscription(SUBSCRIPTION));
  app.synth();
  const levels = async (folder: string) => {
    const { findings } = JSON.parse((await command("check", folder, "--format", "json")).out);
    return new Set(findings.map(({ rule, level }: { rule: string; level: string }) => `${rule} ${level}`));
  };
  const expected = new Set([
    "naming-convention information",
    "deployer-permission warning",
    "unclear-deployer-permission warning",
  ]);
  expect(await levels(app.outdir)).toEqual(expected);
  expect(await levels(join(app.outdir, "stacks/orders"))).toEqual(expected);
});

test("what one app accepts everywhere is not accepted for another one", async () => {
  const folder = folderWith({ "other/main.tf.json": WARNED });
  const app = newApp();
  const stack = newStack("one", app);
  exported(new UserAssignedIdentity(stack, "identity", { ...GROUP, name: "id-one" }));
  new RoleAssignment(stack, "reader", { ...ASSIGNMENT, principalId: SUBSCRIPTION });
  IdentityRules.acknowledge(app, { id: "privileged-role", reason: "deploys all landing zones" });
  app.synth();
  cpSync(join(app.outdir, "stacks/one"), join(folder, "one"), { recursive: true });
  const { findings } = JSON.parse((await command("check", folder, "--format", "json")).out);
  const accepted = findings.map((finding: LocatedFinding) => [finding.stack, finding.accepted?.path]);
  expect(accepted).toEqual([
    ["one", "one"],
    ["other", undefined],
  ]);
});

test("what is accepted above several stacks is not accepted for one whose report is missing", async () => {
  const app = newApp();
  const production = new Construct(app, "production");
  for (const id of ["a", "b"]) {
    const stack = new TerraformStack(production, id);
    new AzurermProvider(stack, "azurerm", { features: [{}], subscriptionId: SUBSCRIPTION });
    exported(new UserAssignedIdentity(stack, "identity", { ...GROUP, name: `id-${id}` }));
    new RoleAssignment(stack, "owner", { ...ASSIGNMENT, principalId: id === "a" ? GUID : SUBSCRIPTION });
  }
  IdentityRules.acknowledge(production, { id: "privileged-role", reason: "deploys all landing zones" });
  app.synth();
  const { stacks } = readProject(app.outdir);
  rmSync(join(stacks.find(({ path }) => path === "production/b")?.folder ?? "", "identity-report.json"));
  const { findings } = JSON.parse((await command("check", app.outdir, "--format", "json")).out);
  const accepted = findings
    .filter(({ rule }: LocatedFinding) => rule === "privileged-role")
    .map((finding: LocatedFinding) => [finding.stack, finding.accepted?.path]);
  expect(accepted).toEqual([
    ["production/a", "production/a"],
    ["production/b", undefined],
  ]);
});

test("a stack that its program does not check has no findings, and without its report it has", async () => {
  const app = newApp();
  const checked = newStack("orders", app);
  exported(
    new UserAssignedIdentity(checked, "identity", {
      ...GROUP,
      name: "id-orders",
    }),
  );
  newStack("raw", app).addOverride("resource", WRONG.resource);
  app.synth();
  expect((await command("check", app.outdir)).out).toBe("no findings in 2 stacks\n");
  rmSync(join(app.outdir, "stacks/raw/identity-report.json"));
  expect((await command("check", app.outdir)).out).toContain("error  identity-name");
});

test("the name of a folder cannot make the terminal do anything", async () => {
  const { err } = await command("check", folderWith({ "\u001b[2J/main.tf": "", "main.tf.json": RIGHT }));
  expect(err).toContain("not read, as only JSON is: ");
  expect(err).not.toContain("\u001b");
});

describe("committed requirements", () => {
  const folder = folderWith({ "orders/main.tf.json": RIGHT });

  test("that are what the stacks need pass", async () => {
    const { out } = await command("prerequisites", folder, "--format", "json");
    const file = join(folderWith({ "requirements.json": out }), "requirements.json");
    expect(await command("check", folder, "--requirements", file)).toMatchObject({
      code: 0,
      out: "no findings in 1 stack\n",
    });
  });

  test("cannot make the terminal do anything", async () => {
    const { out } = await command("prerequisites", folder, "--format", "json");
    const wrong = out.replaceAll('"Reader"', '"Reader\\u001b[2J"');
    const file = join(folderWith({ "requirements.json": wrong }), "requirements.json");
    const checked = await command("check", folder, "--requirements", file);
    expect(checked.out).toContain("Reader\\u001b[2J");
    expect(checked.out).not.toContain("\u001b");
  });

  test.each(["text", "json", "markdown", "sarif"])("that are stale fail, which %s says", async (format) => {
    const other = folderWith({
      "orders/main.tf.json": {
        resource: { azurerm_storage_account: { app: {} } },
      },
    });
    const { out } = await command("prerequisites", other, "--format", "json");
    const file = join(folderWith({ "requirements.json": out }), "requirements.json");
    const checked = await command("check", folder, "--requirements", file, "--format", format);
    expect(checked.code).toBe(1);
    expect(checked.out).toContain("is not what its stacks need now");
  });
});
