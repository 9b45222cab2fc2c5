import { ManagementLock } from "@cdktf/provider-azurerm/lib/management-lock";
import { ResourceGroup } from "@cdktf/provider-azurerm/lib/resource-group";
import { StorageAccount } from "@cdktf/provider-azurerm/lib/storage-account";
import { Lazy, TerraformCount, type TerraformStack } from "cdktf";
import { IdentityRoleBinding, Principal, Role, UserAssignedIdentity } from "cdktf-azure-identity";
import { GUID, newApp, newStack, SUBSCRIPTION } from "../support";
import { checkedStack, found, LATE_TEXTS, places, prepared, RESOURCE_GROUP_ID, rawBinding } from "./support";

const RULE = "lock-order";

function lock(stack: TerraformStack, id: string, scope: string): ManagementLock {
  return new ManagementLock(stack, id, { name: id, lockLevel: "CanNotDelete", scope });
}

function bind(stack: TerraformStack, id: string, scope: string) {
  const identity = { principalId: GUID, tenantId: GUID };
  return new IdentityRoleBinding(stack, id, { identity, role: Role.builtIn("Reader"), scope });
}

test("a lock that waits for what it locks, and one that locks nothing of the app, are accepted", () => {
  const stack = newStack();
  const waiting = lock(stack, "waiting", RESOURCE_GROUP_ID);
  bind(stack, "binding", RESOURCE_GROUP_ID).applyBefore(waiting);
  lock(stack, "elsewhere", `${RESOURCE_GROUP_ID}-b`);
  const identity = {
    resourceGroupName: "rg-b",
    location: "westeurope",
    name: "id-orders",
    deletionLock: true,
  };
  new UserAssignedIdentity(stack, "identity", identity).allowAssignmentBy("ops", Principal.group(GUID));
  expect(found(RULE, stack)).toEqual([]);
});

test("a lock that does not wait is a warning that names what it locks", () => {
  const stack = newStack();
  lock(stack, "lock", RESOURCE_GROUP_ID);
  bind(stack, "binding", RESOURCE_GROUP_ID.toUpperCase());
  expect(found(RULE, stack)).toEqual([
    {
      rule: RULE,
      level: "warning",
      stack: "test",
      path: "test/lock",
      address: "azurerm_management_lock.lock",
      message:
        `lock at scope "${RESOURCE_GROUP_ID}" does not wait for test/binding, bound there or below; allowed is a lock ` +
        "that is made after what it locks; write binding.applyBefore(lock), or add the bindings to depends_on of the lock",
    },
  ]);
});

test("bindings below the lock count, in a group, an account or by a longer id; those above do not", () => {
  const stack = newStack();
  const group = new ResourceGroup(stack, "group", { name: "rg-shop", location: "westeurope" });
  const account = new StorageAccount(stack, "account", {
    name: "stshop",
    resourceGroupName: group.name,
    location: "westeurope",
    accountTier: "Standard",
    accountReplicationType: "LRS",
  });
  lock(stack, "lock", group.id);
  bind(stack, "account-binding", account.id);
  bind(stack, "container-binding", `/subscriptions/${SUBSCRIPTION}/resourceGroups/rg-shop/providers/A.B/c/d`);
  bind(stack, "above", `/subscriptions/${SUBSCRIPTION}`);
  expect(found(RULE, stack).map(({ message }) => /not wait for (.*), bound/.exec(message)?.[1])).toEqual([
    "test/account-binding and test/container-binding",
  ]);
});

test("of many bindings the first ones are named", () => {
  const stack = newStack();
  lock(stack, "lock", RESOURCE_GROUP_ID);
  for (const at of [1, 2, 3, 4, 5]) bind(stack, `b${at}`, `${RESOURCE_GROUP_ID}/providers/A.B/c/d${at}`);
  expect(found(RULE, stack)[0]?.message).toContain("test/b1 and test/b2 and test/b3 and 2 more, bound there");
});

test("waiting through something else, by a reference or depends_on, is enough", () => {
  const stack = newStack();
  const binding = bind(stack, "binding", RESOURCE_GROUP_ID);
  const between = new ResourceGroup(stack, "between", {
    name: "rg",
    location: "westeurope",
    dependsOn: [binding],
  });
  lock(stack, "lock", RESOURCE_GROUP_ID).notes = `after ${between.name}`;
  expect(found(RULE, stack)).toEqual([]);
});

test.each(LATE_TEXTS)("%s as the scope of the lock or the binding says nothing", (_, make) => {
  const stack = checkedStack();
  const { text, repeated } = make(stack, RESOURCE_GROUP_ID);
  Object.assign(lock(stack, "late", text === RESOURCE_GROUP_ID ? "/" : `${text}-x`), repeated);
  rawBinding(stack, "binding");
  lock(stack, "lock", `${RESOURCE_GROUP_ID}/providers/A.B/c/d`);
  rawBinding(stack, "late-binding", { scope: text, ...repeated });
  expect(places(RULE, stack).filter((place) => !place.includes("test/late"))).toEqual([]);
});

test("what lock and binding say after setters, overrides and at last counts, also when counted", () => {
  const stack = checkedStack();
  const mended = lock(stack, "mended", RESOURCE_GROUP_ID);
  const broken = lock(stack, "broken", `${RESOURCE_GROUP_ID}-b`);
  const counted = lock(stack, "counted", Lazy.stringValue({ produce: () => RESOURCE_GROUP_ID }));
  counted.count = TerraformCount.of(2);
  rawBinding(stack, "binding");
  mended.addOverride("depends_on", ["azurerm_role_assignment.binding"]);
  broken.scope = RESOURCE_GROUP_ID;
  expect(places(RULE, stack)).toEqual(["warning test/broken", "warning test/counted"]);
});

test("bindings of another stack are gone by then only where the lock's stack reads from it", () => {
  const app = newApp();
  const before = newStack("before", app);
  const after = newStack("after", app);
  const group = new ResourceGroup(before, "group", { name: "rg-shop", location: "westeurope" });
  bind(before, "binding", group.id);
  lock(after, "after-it", group.id);
  expect(places(RULE, prepared(app))).toEqual([]);

  const other = newApp();
  const [owner, user] = [newStack("owner", other), newStack("user", other)];
  const shared = new ResourceGroup(owner, "group", { name: "rg-shop", location: "westeurope" });
  lock(owner, "lock", shared.id);
  bind(user, "binding", shared.id);
  expect(found(RULE, prepared(other)).map(({ path, message }) => [path, message])).toEqual([
    [
      "user/binding",
      'lock at scope "${azurerm_resource_group.group.id}" does not wait for user/binding, bound there or below; allowed ' +
        "is a lock that is made after what it locks; make the lock in a stack after those of the bindings, or take it " +
        "away before a destroy",
    ],
  ]);
});

test("what applyBefore says of a lock in another stack is enough", () => {
  const app = newApp();
  const [before, after] = [newStack("before", app), newStack("after", app)];
  bind(before, "binding", RESOURCE_GROUP_ID).applyBefore(lock(after, "lock", RESOURCE_GROUP_ID));
  expect(found(RULE, prepared(app))).toEqual([]);
});

test("a stack may read the one of the bindings through others, in both directions", () => {
  const inRow = (first: "lock" | "binding") => {
    const app = newApp();
    const [a, b, c] = [newStack("a", app), newStack("b", app), newStack("c", app)];
    const group = new ResourceGroup(a, "group", { name: "rg-shop", location: "westeurope" });
    const between = new ResourceGroup(b, "between", {
      name: "rg",
      location: "westeurope",
      managedBy: group.id,
    });
    const last = new ResourceGroup(c, "last", { name: "rg-c", location: "westeurope" });
    last.managedBy = between.id;
    lock(first === "lock" ? a : c, "lock", RESOURCE_GROUP_ID);
    bind(first === "lock" ? c : a, "binding", RESOURCE_GROUP_ID);
    return places(RULE, prepared(app));
  };
  expect(inRow("binding")).toEqual([]);
  expect(inRow("lock")).toEqual(["warning c/binding"]);
});

test("of stacks that do not read one another, nobody knows the order", () => {
  const app = newApp();
  const [one, other] = [newStack("one", app), newStack("other", app)];
  bind(one, "binding", RESOURCE_GROUP_ID);
  lock(other, "lock", RESOURCE_GROUP_ID);
  expect(found(RULE, prepared(app))).toEqual([]);
});
