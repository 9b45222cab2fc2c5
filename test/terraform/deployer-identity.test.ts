import { runThrough, TerraformStacks } from "cdktf-azure-identity/testing/terraform";
import { DeployerIdentityStack } from "../../examples/deployer-identity/stack";
import { newApp, SUBSCRIPTION } from "../support";

const SUBNET = `/subscriptions/${SUBSCRIPTION}/resourceGroups/rg-network/providers/Microsoft.Network/virtualNetworks/vnet/subnets/machines`;

let stacks: TerraformStacks;

beforeAll(async () => {
  const app = newApp();
  new DeployerIdentityStack(app, "deployer-identity");
  stacks = await TerraformStacks.open(app, {
    variables: { "subscription-id": SUBSCRIPTION },
    existing: [SUBNET],
    subscriptionId: SUBSCRIPTION,
  });
});

afterAll(() => stacks.close());

test("the bootstrap of a deployer runs from init to destroy, and a second plan is clean", async () => {
  const [{ applied, replan, tagged, destroyed } = fail()] = await runThrough(stacks);
  expect(replan).toMatchObject({ isEmpty: true, changes: [] });
  expect(new Set(tagged.changes.flatMap(({ actions }) => actions))).toEqual(new Set(["update"]));
  expect(applied.added).toBe(10);
  expect(destroyed.destroyed).toBe(applied.added);
});

function fail(): never {
  throw new Error("nothing ran");
}
