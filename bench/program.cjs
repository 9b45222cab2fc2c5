/**
 * One measured process: node program.cjs <what> <number>. Prints what it measured as JSON. Plain JavaScript on the
 * built library, so that no compiler is in the figures.
 */
const { mkdtempSync, rmSync, writeFileSync } = require("node:fs");
const { tmpdir } = require("node:os");
const { join } = require("node:path");

const [what, size] = [process.argv[2], Number(process.argv[3])];
const outdir = mkdtempSync(join(tmpdir(), "bench-"));
process.on("exit", () => rmSync(outdir, { recursive: true, force: true }));

const SUBSCRIPTION = "11111111-2222-3333-4444-555555555555";
const READER = "acdd72a7-3385-48ef-bd42-f606fba81ae7";
const PROVIDER = "@cdktf/provider-azurerm/lib";

const PUBLIC_KEY = "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIAbcdefghijklmnopqrstuvwxyz0123456789ABCDEFG";

function newStack() {
  const { App, TerraformStack } = require("cdktf");
  const { AzurermProvider } = require(`${PROVIDER}/provider`);
  const app = new App({ outdir });
  const stack = new TerraformStack(app, "bench");
  new AzurermProvider(stack, "azurerm", { features: [{}] });
  return { app, stack };
}

/** Subscriptions in turn, as one holds no more than 4,000 role assignments. */
const scopeOf = (i) => `/subscriptions/${SUBSCRIPTION.slice(0, -4)}${String(i % 20).padStart(4, "0")}`;

const at = (name) => ({ name, resourceGroupName: "rg", location: "westeurope" });

function raw(stack) {
  const { UserAssignedIdentity } = require(`${PROVIDER}/user-assigned-identity`);
  const { RoleAssignment } = require(`${PROVIDER}/role-assignment`);
  for (let i = 0; i < size; i++) {
    const { principalId } = new UserAssignedIdentity(stack, `identity-${i}`, at(`id-${i}`));
    const scope = scopeOf(i);
    const roleDefinitionId = `${scope}/providers/Microsoft.Authorization/roleDefinitions/${READER}`;
    const binding = { principalId, principalType: "ServicePrincipal", roleDefinitionId, scope };
    new RoleAssignment(stack, `binding-${i}`, binding);
  }
}

function library(stack, { findings = 0 } = {}) {
  const { IdentityRoleBinding, Role, UserAssignedIdentity } = require("cdktf-azure-identity");
  for (let i = 0; i < size; i++) {
    const identity = new UserAssignedIdentity(
      stack,
      `identity-${i}`,
      at(i < findings ? `id.${i}` : `id-${i}`),
    );
    const binding = { identity, role: Role.builtIn("Reader"), scope: scopeOf(i) };
    new IdentityRoleBinding(stack, `binding-${i}`, binding);
  }
}

/** Machines with a network interface and a role each, in ten groups that exist. */
function machines(stack, { deployer = false } = {}) {
  const { Deployer, OperatingSystem, Role, Scope, VmWithSystemIdentity } = require("cdktf-azure-identity");
  const operatingSystem = OperatingSystem.linux({ adminUsername: "azureuser", sshPublicKey: PUBLIC_KEY });
  const reader = Role.builtIn("Reader");
  const network = "Microsoft.Network/virtualNetworks/vnet/subnets/machines";
  const subnetId = `${Scope.resourceGroup(SUBSCRIPTION, "rg-network")}/providers/${network}`;
  for (let i = 0; i < size; i++) {
    const props = { ...at(`vm-${i}`), size: "Standard_B2s", subnetId, operatingSystem };
    const vm = new VmWithSystemIdentity(stack, `vm-${i}`, props);
    vm.assignRole("reads", reader, Scope.resourceGroup(SUBSCRIPTION, `rg-${i % 10}`));
  }
  if (!deployer) return;
  const administrator = Role.builtIn("Role Based Access Control Administrator");
  Deployer.of(stack)
    .holdsOnSubscription(Role.builtIn("Contributor"))
    .holdsOnSubscription(administrator, { roles: [reader], principalTypes: ["ServicePrincipal"] });
}

/** Milliseconds that cdktf itself takes for a synth: what the synth takes beyond them is ours, the load of it as well. */
function cdktfTime() {
  const { App } = require("cdktf");
  const { synth } = App.prototype;
  const time = { ms: 0 };
  App.prototype.synth = function () {
    time.ms = timed(() => synth.call(this));
  };
  return time;
}

/**
 * Milliseconds that the list of operations takes, to make and to write. In a synth it is made and written along with
 * the rest of a report: so that is done once more, alone, after all that a synth does before it.
 */
function operationsTime(stack) {
  const { evaluateStacks } = require(join(__dirname, "../dist/synth/evaluate-stacks.js"));
  const { reportedOperations } = require(join(__dirname, "../dist/report/reported-operations.js"));
  const { model } = evaluateStacks(stack, [stack], true);
  return timed(() => {
    const operations = reportedOperations(model, stack.node.path, false);
    writeFileSync(join(outdir, "operations.json"), JSON.stringify(operations));
  });
}

function timed(work) {
  const start = performance.now();
  work();
  return performance.now() - start;
}

function synth(build) {
  require("cdktf");
  require("cdktf-azure-identity");
  const cdktf = cdktfTime();
  const { app, stack } = newStack();
  let failed = false;
  let synthMs = 0;
  const ms = timed(() => {
    build(stack);
    synthMs = timed(() => {
      try {
        app.synth();
      } catch {
        failed = true;
      }
    });
  });
  return { stack, ms, synthMs, hookMs: synthMs - cdktf.ms, failed, memory: process.resourceUsage().maxRSS };
}

function timesOf(build) {
  const { stack: _, ...times } = synth(build);
  return times;
}

/** A synth without a declared deployer, and the same without its list of operations. */
function withOperations(build) {
  const { stack, synthMs, failed } = synth(build);
  return { ms: synthMs, withoutMs: synthMs - operationsTime(stack), failed };
}

/** The quickstart from an app to the destroy, with the start of the stand-in and a second and a third plan. */
async function terraform() {
  require("tsx/cjs");
  const { QuickstartStack } = require("../examples/quickstart/stack.ts");
  const { runThrough, TerraformStacks } = require("cdktf-azure-identity/testing/terraform");
  const app = new (require("cdktf").App)({ outdir });
  new QuickstartStack(app, "quickstart");
  app.synth();
  const variables = { "subscription-id": SUBSCRIPTION, "ssh-public-key": PUBLIC_KEY };
  const start = performance.now();
  const stacks = await TerraformStacks.open(outdir, { variables });
  try {
    const [{ replan }] = await runThrough(stacks);
    if (!replan.isEmpty) throw new Error("the second plan of the quickstart is not empty");
  } finally {
    await stacks.close();
  }
  return { seconds: (performance.now() - start) / 1000 };
}

const MEASURES = {
  terraform,
  require: () => ({
    cdktf: timed(() => require("cdktf")),
    // Modules are loaded when something of them is asked for: what the quickstart imports is.
    ms: timed(() => {
      const { IdentityRoleBinding, OperatingSystem, Role, UserAssignedIdentity, VmWithSystemIdentity } =
        require("cdktf-azure-identity");
      return [IdentityRoleBinding, OperatingSystem, Role, UserAssignedIdentity, VmWithSystemIdentity];
    }),
    barrel: Object.keys(require.cache).some((file) => file.endsWith("provider-azurerm/lib/index.js")),
  }),
  raw: () => timesOf(raw),
  library: () => timesOf(library),
  findings: () => timesOf((stack) => library(stack, { findings: 300 })),
  machines: () => timesOf(machines),
  deployer: () => timesOf((stack) => machines(stack, { deployer: true })),
  operations: () => withOperations(machines),
  roles: () => ({
    ms: timed(() => {
      const { builtInPermissions, builtInRoleIds } = require(
        join(__dirname, "../dist/azure/role-permissions.js"),
      );
      for (const id of builtInRoleIds()) builtInPermissions(id);
    }),
  }),
  synthesize: () => {
    const { synthesize } = require("cdktf-azure-identity/testing");
    const { stack } = newStack();
    raw(stack);
    return { ms: timed(() => synthesize(stack)) };
  },
  "testing-synth": () => {
    const { Testing } = require("cdktf");
    const { stack } = newStack();
    raw(stack);
    return { ms: timed(() => Testing.synth(stack)) };
  },
};

Promise.resolve(MEASURES[what]()).then((measured) => console.log(JSON.stringify(measured)));
