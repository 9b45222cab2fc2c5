import { UserAssignedIdentity as RawIdentity } from "@cdktf/provider-azurerm/lib/user-assigned-identity";
import { TerraformCount, type TerraformStack } from "cdktf";
import { UserAssignedIdentity, Vm } from "cdktf-azure-identity";
import { GROUP, newApp, newStack } from "../support";
import { checkedStack, found, IDENTITY_ID, LATE_TEXTS, places, prepared, rawVm, VM } from "./support";

const RULE = "duplicate-identity";
const OTHER_ID = `${IDENTITY_ID}-other`;

function newIdentity(stack: TerraformStack, id = "identity"): UserAssignedIdentity {
  return new UserAssignedIdentity(stack, id, { ...GROUP, name: `id-${id}` });
}

test("different identities, and one identity at two machines, are no duplicates", () => {
  const stack = newStack();
  const [one, two] = [newIdentity(stack, "one"), newIdentity(stack, "two")];
  new Vm(stack, "a", { ...VM, name: "vm-a", userAssignedIdentities: [one, two] });
  new Vm(stack, "b", { ...VM, name: "vm-b", userAssignedIdentities: [one] });
  expect(found(RULE, stack)).toEqual([]);
});

test("an identity that is attached twice is an error that says how often", () => {
  const stack = newStack();
  const identity = newIdentity(stack);
  const vm = new Vm(stack, "vm", { ...VM, userAssignedIdentities: [identity, newIdentity(stack, "two")] });
  vm.addUserAssignedIdentity(identity);
  expect(found(RULE, stack)).toEqual([
    {
      rule: RULE,
      level: "error",
      stack: "test",
      path: "test/vm",
      address: "azurerm_linux_virtual_machine.vm",
      message:
        'user-assigned identity "${azurerm_user_assigned_identity.identity.id}" is attached 2 times; allowed is once; ' +
        "remove the others",
    },
  ]);
});

test("ids that differ in case alone are one identity, and both spellings are shown", () => {
  const stack = checkedStack();
  const identityIds = [IDENTITY_ID, OTHER_ID, IDENTITY_ID.toLowerCase()];
  rawVm(stack, "vm", { type: "UserAssigned", identityIds });
  expect(found(RULE, stack).map(({ level, message }) => [level, message])).toEqual([
    [
      "warning",
      `user-assigned identity "${IDENTITY_ID}" is attached 2 times, also written "${IDENTITY_ID.toLowerCase()}"; ` +
        "allowed is once; remove the others",
    ],
  ]);
});

test.each(LATE_TEXTS)("%s as an id is no duplicate of a written one", (_, make) => {
  const stack = checkedStack();
  const { text, repeated } = make(stack, OTHER_ID);
  Object.assign(rawVm(stack, "vm", { type: "UserAssigned", identityIds: [IDENTITY_ID, text] }), repeated);
  expect(found(RULE, stack)).toEqual([]);
});

test("elements of a counted identity are different ones", () => {
  const stack = checkedStack();
  new RawIdentity(stack, "counted", { ...GROUP, name: "id", count: TerraformCount.of(2) });
  const idOf = (at: number) => `\${azurerm_user_assigned_identity.counted[${at}].id}`;
  rawVm(stack, "good", { type: "UserAssigned", identityIds: [idOf(0), idOf(1)] });
  rawVm(stack, "bad", { type: "UserAssigned", identityIds: [idOf(0), idOf(0)] });
  expect(places(RULE, stack)).toEqual(["warning test/bad"]);
});

test("the list counts that a machine has after overrides and setters", () => {
  const stack = newStack();
  const identity = newIdentity(stack);
  const vm = (name: string, times: number) =>
    new Vm(stack, name, { ...VM, name, userAssignedIdentities: Array(times).fill(identity) }).resource;
  vm("mended", 2).addOverride("identity.identity_ids", "${local.ids}");
  vm("reset", 2).putIdentity({ type: "UserAssigned", identityIds: [identity.id] });
  vm("overridden", 0).addOverride("identity", {
    type: "UserAssigned",
    identity_ids: [IDENTITY_ID, IDENTITY_ID],
  });
  vm("set", 1).putIdentity({ type: "UserAssigned", identityIds: [identity.id, identity.id] });
  expect(places(RULE, stack)).toEqual(["error test/overridden", "error test/set"]);
});

test("a raw machine gets a warning, counted or not, by override and by setter too", () => {
  const stack = checkedStack();
  const bad = { type: "UserAssigned", identityIds: [IDENTITY_ID, IDENTITY_ID] };
  const good = { type: "UserAssigned", identityIds: [IDENTITY_ID, OTHER_ID] };
  rawVm(stack, "given", bad);
  rawVm(stack, "counted", bad).count = TerraformCount.of(2);
  rawVm(stack, "overridden", good).addOverride("identity.identity_ids.1", IDENTITY_ID);
  rawVm(stack, "set", good).putIdentity(bad);
  rawVm(stack, "mended", bad).addOverride("identity.identity_ids.1", OTHER_ID);
  expect(places(RULE, stack)).toEqual([
    "warning test/given",
    "warning test/counted",
    "warning test/overridden",
    "warning test/set",
  ]);
});

test("a dynamic identity block says nothing", () => {
  const stack = checkedStack();
  const vm = rawVm(stack, "vm", { type: "UserAssigned", identityIds: [IDENTITY_ID, IDENTITY_ID] });
  vm.addOverride("identity", undefined);
  vm.addOverride("dynamic.identity", {
    for_each: ["a"],
    content: { type: "UserAssigned", identity_ids: [IDENTITY_ID, IDENTITY_ID] },
  });
  expect(found(RULE, stack)).toEqual([]);
});

test("an identity of another stack is found as one", () => {
  const app = newApp();
  const identities = newStack("identities", app);
  const [one, two] = [newIdentity(identities, "one"), newIdentity(identities, "two")];
  const stack = newStack("machines", app);
  new Vm(stack, "good", { ...VM, name: "vm-a", userAssignedIdentities: [one, two] });
  new Vm(stack, "bad", { ...VM, name: "vm-b", userAssignedIdentities: [one, one] });
  expect(places(RULE, prepared(app))).toEqual(["error machines/bad"]);
});

test("identities that Terraform leaves alone show no change on any plan", () => {
  const stack = checkedStack();
  const identityIds = [IDENTITY_ID, IDENTITY_ID];
  rawVm(stack, "vm", { type: "UserAssigned", identityIds }).lifecycle = { ignoreChanges: ["identity"] };
  expect(found(RULE, stack)).toEqual([]);
});
