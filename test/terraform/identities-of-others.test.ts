import { Group } from "@cdktf/provider-azuread/lib/group";
import { AzureadProvider } from "@cdktf/provider-azuread/lib/provider";
import { TerraformOutput } from "cdktf";
import {
  GroupMembership,
  IdentityRoleBinding,
  Role,
  UserAssignedIdentity,
  UserAssignedIdentityList,
} from "cdktf-azure-identity";
import { TerraformStacks } from "cdktf-azure-identity/testing/terraform";
import { GROUP, newApp, newStack, SUBSCRIPTION } from "../support";

const PLATFORM = `/subscriptions/${SUBSCRIPTION}/resourceGroups/rg-platform`;
const IDENTITIES = `${PLATFORM}/providers/Microsoft.ManagedIdentity/userAssignedIdentities`;
const EXISTING = ["id-orders", "id-shop"].map((name) => `${IDENTITIES}/${name}`);

test("identities that exist are listed, looked up and bound, and the next plan is empty", async () => {
  const app = newApp();
  const stack = newStack("platform", app);
  const list = new UserAssignedIdentityList(stack, "all", { resourceGroupName: "rg-platform" });
  new TerraformOutput(stack, "ids", { value: list.ids });
  new TerraformOutput(stack, "names", { value: list.names });
  const found = { names: ["id-orders", "id-shop"], resourceGroupName: "rg-platform" };
  for (const [at, identity] of UserAssignedIdentity.fromNames(stack, "found", found).entries()) {
    new IdentityRoleBinding(stack, `reads-${at}`, {
      identity,
      role: Role.builtIn("Reader"),
      scope: PLATFORM,
    });
  }
  const stacks = await TerraformStacks.open(app, { existing: EXISTING, subscriptionId: SUBSCRIPTION });
  try {
    const platform = stacks.get("platform");
    expect((await platform.apply()).added).toBe(2);
    const { outputs } = await platform.state();
    expect(outputs).toMatchObject({
      ids: { value: EXISTING },
      names: { value: ["id-orders", "id-shop"] },
    });
    expect((await platform.plan()).isEmpty).toBe(true);
  } finally {
    await stacks.close();
  }
});

test("a membership uses the azuread provider that there is; another identity replaces it, and nothing else does", async () => {
  const app = newApp();
  const stack = newStack("groups", app);
  new AzureadProvider(stack, "azuread");
  const group = new Group(stack, "readers", { displayName: "sg-readers", securityEnabled: true });
  const member = new UserAssignedIdentity(stack, "identity", { ...GROUP, name: "id-orders" });
  new GroupMembership(stack, "member", { member, groupObjectId: group.objectId });
  const stacks = await TerraformStacks.open(app, {
    existing: [`/subscriptions/${SUBSCRIPTION}/resourceGroups/rg-orders`],
    subscriptionId: SUBSCRIPTION,
  });
  try {
    const groups = stacks.get("groups");
    expect((await groups.apply()).added).toBe(3);
    expect((await groups.plan()).isEmpty).toBe(true);
    await groups.change((json) => JSON.parse(JSON.stringify(json).replaceAll('"id-orders"', '"id-shop"')));
    const { changes } = await groups.plan();
    expect(changes.map(({ address, actions }) => [address, actions.length])).toEqual([
      ["azuread_group_member.member", 2],
      ["azurerm_user_assigned_identity.identity", 2],
    ]);
    await groups.apply();
    expect((await groups.destroy()).destroyed).toBe(3);
  } finally {
    await stacks.close();
  }
});
