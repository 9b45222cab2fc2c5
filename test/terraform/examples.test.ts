import type { App } from "cdktf";
import {
  hasRealAzure,
  runThrough,
  TerraformStacks,
  type TerraformStacksOptions,
} from "cdktf-azure-identity/testing/terraform";
import { BeforeStack } from "../../examples/adoption/before";
import { AdoptionStack } from "../../examples/adoption/stack";
import { DeployerStack } from "../../examples/deployer/stack";
import { EverythingElseStack } from "../../examples/everything-else/stack";
import { ExistingMachineStack } from "../../examples/existing-machine/stack";
import { GitHubActionsStack } from "../../examples/github-actions/stack";
import { KeyVaultSecretStack } from "../../examples/key-vault-secret/stack";
import { QuickstartStack } from "../../examples/quickstart/stack";
import { ScaleSetsStack } from "../../examples/scale-sets/stack";
import { IdentityStack } from "../../examples/shared-identity/identity-stack";
import { OrdersStack } from "../../examples/shared-identity/orders-stack";
import { ReportsStack } from "../../examples/shared-identity/reports-stack";
import { BeforeStack as BeforeSwitchOnStack } from "../../examples/switch-on/before";
import { SwitchOnStack } from "../../examples/switch-on/stack";
import { VerificationStack } from "../../examples/verification/stack";
import { WindowsVmStack } from "../../examples/windows-vm/stack";
import { GUID, newApp, SSH_KEY, SUBSCRIPTION } from "../support";

const NETWORK = `/subscriptions/${SUBSCRIPTION}/resourceGroups/rg-network/providers/Microsoft.Network/virtualNetworks/vnet`;
const GROUP = "bbbbbbbb-cccc-dddd-eeee-ffffffffffff";
const DEPLOYER = "cccccccc-dddd-eeee-ffff-aaaaaaaaaaaa";
const SUBNET = `${NETWORK}/subnets/machines`;
const PAYMENTS = `/subscriptions/${SUBSCRIPTION}/resourceGroups/rg-payments`;
const MACHINE = `/subscriptions/${SUBSCRIPTION}/resourceGroups/rg-platform/providers/Microsoft.Compute/virtualMachines/vm-platform`;
const LINUX = { "subnet-id": SUBNET, "ssh-public-key": SSH_KEY };

const EXAMPLES: readonly [string, (app: App) => void, TerraformStacksOptions["variables"]][] = [
  [
    "quickstart",
    (app) => new QuickstartStack(app, "quickstart"),
    { "subscription-id": SUBSCRIPTION, "ssh-public-key": SSH_KEY },
  ],
  [
    "windows-vm",
    (app) => new WindowsVmStack(app, "windows-vm"),
    { "tenant-id": GUID, "subnet-id": SUBNET, "admin-password": "Not-a-secret-1" },
  ],
  [
    "everything-else",
    (app) => new EverythingElseStack(app, "everything-else"),
    { "tenant-id": GUID, "group-object-id": GROUP },
  ],
  [
    "key-vault-secret",
    (app) => new KeyVaultSecretStack(app, "key-vault-secret"),
    { "tenant-id": GUID, "deployer-object-id": DEPLOYER, "database-password": "Not-a-secret-1" },
  ],
  ["github-actions", (app) => new GitHubActionsStack(app, "github-actions"), {}],
  [
    "deployer",
    (app) => new DeployerStack(app, "deployer"),
    { "subscription-id": SUBSCRIPTION, "ssh-public-key": SSH_KEY },
  ],
  ["existing-machine", (app) => new ExistingMachineStack(app, "existing-machine"), undefined],
  [
    "scale-sets",
    (app) => new ScaleSetsStack(app, "scale-sets"),
    { ...LINUX, "admin-password": "Not-a-secret-1" },
  ],
  ["verification", (app) => new VerificationStack(app, "verification"), LINUX],
  ["adoption, before", (app) => new BeforeStack(app, "adoption"), LINUX],
  ["adoption", (app) => new AdoptionStack(app, "adoption"), LINUX],
  ["switch-on, before", (app) => new BeforeSwitchOnStack(app, "switch-on"), LINUX],
  ["switch-on", (app) => new SwitchOnStack(app, "switch-on"), LINUX],
  [
    "shared-identity",
    (app) => {
      const { identity } = new IdentityStack(app, "identity");
      new OrdersStack(app, "orders", { identity });
      new ReportsStack(app, "reports", { identity });
    },
    LINUX,
  ],
];

/** Terraform's own way to give variables: with the real provider a subnet has to be one that is there. */
function fromEnvironment(variables: TerraformStacksOptions["variables"] = {}): typeof variables {
  const given = Object.keys(variables).flatMap((name) => {
    const value = process.env[`TF_VAR_${name}`];
    return value === undefined ? [] : [[name, value]];
  });
  return { ...variables, ...Object.fromEntries(given) };
}

test.each(EXAMPLES)("%s runs from init to destroy, and nothing is replaced", async (_, build, variables) => {
  const app = newApp();
  build(app);
  const stacks = await TerraformStacks.open(app, {
    variables: fromEnvironment(variables),
    existing: [SUBNET, MACHINE, PAYMENTS],
    principals: [
      { id: GROUP, type: "Group" },
      { id: DEPLOYER, type: "ServicePrincipal" },
    ],
    subscriptionId: SUBSCRIPTION,
  });
  try {
    if (stacks.mode === "real" && !hasRealAzure()) return await onlyValidate(stacks);
    for (const { plan, applied, replan, tagged, destroyed } of await runThrough(stacks)) {
      const created = plan.changes.filter(({ actions }) => actions.includes("create"));
      expect(applied.added).toBe(created.length);
      expect(created.length).toBeGreaterThan(0);
      expect(replan).toMatchObject({ isEmpty: true, changes: [] });
      // A look at what was changed can wait for the apply.
      const changed = tagged.changes.filter(({ mode }) => mode === "managed");
      expect(new Set(changed.flatMap(({ actions }) => actions))).toEqual(new Set(["update"]));
      expect(destroyed.destroyed).toBe(applied.added);
    }
    expect([...stacks.azure.generic]).toEqual([]);
    expect(stacks.azure.all().map(({ id }) => id)).not.toContainEqual(expect.stringContaining("/rg-orders/"));
  } finally {
    await stacks.close();
  }
});

async function onlyValidate(stacks: TerraformStacks): Promise<void> {
  for (const stack of stacks.all) {
    await stack.init();
    expect(await stack.validate()).toEqual([]);
  }
}
