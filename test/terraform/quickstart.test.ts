import { Testing } from "cdktf";
import { TerraformStacks } from "cdktf-azure-identity/testing/terraform";
import { QuickstartStack } from "../../examples/quickstart/stack";

const SUBSCRIPTION = "11111111-2222-3333-4444-555555555555";
const PUBLIC_KEY = "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIAbcdefghijklmnopqrstuvwxyz0123456789ABCDEFG";

let stacks: TerraformStacks;

beforeAll(async () => {
  const app = Testing.app();
  new QuickstartStack(app, "quickstart");
  stacks = await TerraformStacks.open(app, {
    variables: { "subscription-id": SUBSCRIPTION, "ssh-public-key": PUBLIC_KEY },
  });
});

afterAll(() => stacks.close());

test("Terraform applies the stack, and has nothing left to do", async () => {
  const quickstart = stacks.get("quickstart");
  await quickstart.apply();
  const { isEmpty } = await quickstart.plan();
  expect(isEmpty).toBe(true);
});

test("another name replaces the identity and what is bound to it, and nothing else", async () => {
  const quickstart = stacks.get("quickstart");
  await quickstart.change((json) => JSON.parse(JSON.stringify(json).replaceAll('"id-orders"', '"id-shop"')));
  const { changes } = await quickstart.plan();
  const replaced = changes.filter(({ actions }) => actions.includes("delete"));
  expect(replaced.map(({ address }) => address).sort()).toEqual([
    "azurerm_role_assignment.identity_orders-blobs_7DD19B16",
    "azurerm_user_assigned_identity.identity",
  ]);
});
