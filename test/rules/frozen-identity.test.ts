import { LinuxVirtualMachine } from "@cdktf/provider-azurerm/lib/linux-virtual-machine";
import { UserAssignedIdentity as RawIdentity } from "@cdktf/provider-azurerm/lib/user-assigned-identity";
import {
  IdentityRoleBinding,
  IdentityRules,
  Role,
  UserAssignedIdentity,
  Vm,
  VmWithSystemIdentity,
} from "cdktf-azure-identity";
import { GROUP, newApp, newStack } from "../support";
import { checkedStack, found, IDENTITY_ID, places, RAW_VM, rawVm, VM } from "./support";

const RULE = "frozen-identity";
const IGNORING = { lifecycle: { ignoreChanges: ["tags", "identity"] } };

test("machines whose identities Terraform keeps as the program has them are no finding", () => {
  const stack = checkedStack();
  new VmWithSystemIdentity(stack, "vm", { ...VM, lifecycle: { ignoreChanges: ["tags"] } });
  rawVm(stack, "raw", { type: "SystemAssigned" }).lifecycle = { preventDestroy: true };
  expect(found(RULE, stack)).toEqual([]);
});

test("a machine that ignores identities of others is a warning that says what it freezes", () => {
  const stack = newStack();
  new Vm(stack, "vm", { ...VM, ignoreExternalIdentities: true });
  expect(found(RULE, stack)).toEqual([
    {
      rule: RULE,
      level: "warning",
      stack: "test",
      path: "test/vm",
      address: "azurerm_linux_virtual_machine.vm",
      message:
        "identities are left as they are once the resource is made, also those of this program: identities that are " +
        "attached or removed here later are not, and a system-assigned one is neither switched on nor off; allowed is " +
        "this where others attach identities; accept it with IdentityRules.acknowledge, or take " +
        "ignoreExternalIdentities (raw: identity in ignore_changes) away and list all identities",
    },
  ]);
});

test("however it is said, it counts", () => {
  const stack = newStack();
  new VmWithSystemIdentity(stack, "lifecycle", { ...VM, name: "vm-a", ...IGNORING });
  new Vm(stack, "all", { ...VM, name: "vm-b", lifecycle: { ignoreChanges: "all" } });
  const overridden = new Vm(stack, "overridden", { ...VM, name: "vm-c" });
  overridden.resource.addOverride("lifecycle", [{ ignore_changes: ["identity[0].identity_ids"] }]);
  const mended = new Vm(stack, "mended", { ...VM, name: "vm-d", ignoreExternalIdentities: true });
  mended.resource.lifecycle = { ignoreChanges: ["tags"] };
  expect(places(RULE, stack)).toEqual([
    "warning test/lifecycle",
    "warning test/all",
    "warning test/overridden",
  ]);
});

test("a raw resource with an identity block is information, and one without is left alone", () => {
  const app = newApp();
  const stack = checkedStack("test", app);
  rawVm(stack, "with", { type: "UserAssigned", identityIds: [IDENTITY_ID] }).lifecycle = IGNORING.lifecycle;
  new LinuxVirtualMachine(stack, "without", { ...RAW_VM, ...IGNORING });
  new RawIdentity(stack, "identity", { ...GROUP, name: "id-raw", lifecycle: { ignoreChanges: "all" } });
  expect(places(RULE, stack)).toEqual(["information test/with"]);
  IdentityRules.enforce(app);
  expect(places(RULE, stack)).toEqual(["warning test/with"]);
});

test("it is accepted with a reason", () => {
  const stack = newStack();
  const vm = new Vm(stack, "vm", { ...VM, ignoreExternalIdentities: true });
  IdentityRules.acknowledge(vm, { id: RULE, reason: "Azure Policy attaches the identity of the agent" });
  expect(found(RULE, stack)).toEqual([]);
});

test("constructs that have no identities ignore what they like", () => {
  const stack = newStack();
  const lifecycle = { ignoreChanges: "all" as const };
  const identity = new UserAssignedIdentity(stack, "identity", { ...GROUP, name: "id-a", lifecycle });
  const role = Role.builtIn("Reader");
  new IdentityRoleBinding(stack, "binding", { identity, role, scope: "/", lifecycle });
  new Vm(stack, "vm", { ...VM, lifecycle });
  expect(places(RULE, stack)).toEqual(["warning test/vm"]);
});
