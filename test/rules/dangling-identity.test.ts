import { AzurermProvider } from "@cdktf/provider-azurerm/lib/provider";
import { ResourceGroup } from "@cdktf/provider-azurerm/lib/resource-group";
import { UserAssignedIdentity as RawIdentity } from "@cdktf/provider-azurerm/lib/user-assigned-identity";
import { TerraformStack, TerraformVariable } from "cdktf";
import { UserAssignedIdentity, Vm } from "cdktf-azure-identity";
import fc from "fast-check";
import { GUID, newApp, newStack, SUBSCRIPTION } from "../support";
import { found, LATE_TEXTS, places, rawVm, VM } from "./support";

const RULE = "dangling-identity";
const idOf = (name: string, group = "rg-orders", subscription = SUBSCRIPTION) =>
  `/subscriptions/${subscription}/resourceGroups/${group}/providers/Microsoft.ManagedIdentity/userAssignedIdentities/${name}`;

/** A stack that makes the group `rg-orders`, and an identity in it. */
function ordersStack(stack = newStack()) {
  const group = new ResourceGroup(stack, "group", { name: "rg-orders", location: "westeurope" });
  const at = { resourceGroupName: group.name, location: group.location };
  const identity = new UserAssignedIdentity(stack, "identity", { ...at, name: "id-orders" });
  return { stack, group, at, identity };
}

function attach(stack: TerraformStack, ...identityIds: string[]) {
  const id = `vm-${stack.node.children.length}`;
  return rawVm(stack, id, { type: "UserAssigned", identityIds });
}

test("an id in a group of this app that no identity has is a warning that names the nearest", () => {
  const { stack } = ordersStack();
  const identity = UserAssignedIdentity.fromAttributes({ id: idOf("id-order") });
  new Vm(stack, "vm", { ...VM, userAssignedIdentities: [identity] });
  expect(found(RULE, stack)).toEqual([
    {
      rule: RULE,
      level: "warning",
      stack: "test",
      path: "test/vm",
      address: "azurerm_linux_virtual_machine.vm",
      message:
        `user-assigned identity "${idOf("id-order")}" lies in the resource group of test/group, and this app has no ` +
        "identity of that name there; allowed is one that exists; pass the identity test/identity itself, or look it " +
        "up with UserAssignedIdentity.fromId if others make it",
    },
  ]);
});

test("without one that is near the fix is to make it", () => {
  const { stack } = ordersStack();
  attach(stack, idOf("reports-nightly-export"), idOf("reports-nightly-export", "RG-Orders"));
  const fix = expect.stringContaining("; make it in this app and pass it, or look it up");
  expect(found(RULE, stack).map(({ message }) => message)).toEqual([fix, fix]);
});

test("an identity of the app is known in any case, made or looked up, raw or ours", () => {
  const { stack, at } = ordersStack();
  new RawIdentity(stack, "raw", { ...at, name: "id-raw" });
  UserAssignedIdentity.fromName(stack, "shared", { ...at, name: "id-shared" });
  const looked = UserAssignedIdentity.fromId(stack, "looked", idOf("id-looked"));
  attach(stack, idOf("ID-Orders"), idOf("id-raw", "RG-ORDERS"), idOf("id-shared"), looked.id);
  expect(found(RULE, stack)).toEqual([]);
});

test("groups that the app does not make, and other subscriptions, are not its matter", () => {
  const { stack } = ordersStack();
  attach(stack, idOf("id-x", "rg-platform"), idOf("id-x", "rg-orders", GUID));
  expect(found(RULE, stack)).toEqual([]);
});

test("where the subscription of the group is not known, nothing is said", () => {
  const stack = new TerraformStack(newApp(), "test");
  new AzurermProvider(stack, "azurerm", { features: [{}] });
  attach(ordersStack(stack).stack, idOf("id-x"));
  expect(found(RULE, stack)).toEqual([]);
});

test("where an identity of the app may have any name, nothing is said", () => {
  const { stack, at } = ordersStack();
  const name = new TerraformVariable(stack, "name", { type: "string" }).stringValue;
  new RawIdentity(stack, "any", { ...at, name });
  attach(stack, idOf("id-x"));
  expect(found(RULE, stack)).toEqual([]);
});

test.each(LATE_TEXTS)("%s as an id says nothing", (_, make) => {
  const { stack } = ordersStack();
  const { text, repeated } = make(stack, idOf("id-orders"));
  Object.assign(attach(stack, text), repeated);
  expect(found(RULE, stack)).toEqual([]);
});

test("identities that Terraform leaves alone may be of the past", () => {
  const { stack } = ordersStack();
  attach(stack, idOf("id-x")).lifecycle = { ignoreChanges: ["identity"] };
  expect(found(RULE, stack)).toEqual([]);
});

test("the group may be in another stack of the same subscription, and the identity counts after overrides", () => {
  const app = newApp();
  const { identity } = ordersStack(newStack("owner", app));
  identity.resource.addOverride("name", "id-renamed");
  const user = newStack("user", app);
  new UserAssignedIdentity(user, "ours", { resourceGroupName: "rg-user", location: "x", name: "id-ours" });
  attach(user, idOf("id-orders"));
  attach(user, idOf("id-renamed"));
  expect(places(RULE, app)).toEqual(["warning user/vm-2"]);
});

test("whatever an identity is called, its own id is never a finding and one more letter is", () => {
  const name = fc.stringMatching(/^[A-Za-z0-9][A-Za-z0-9_-]{2,20}$/);
  fc.assert(
    fc.property(name, (chosen) => {
      const { stack, identity } = ordersStack();
      identity.resource.name = chosen;
      attach(stack, idOf(chosen));
      attach(stack, idOf(`${chosen}x`));
      expect(places(RULE, stack)).toEqual([`warning test/vm-4`]);
    }),
    { numRuns: 25 },
  );
});
