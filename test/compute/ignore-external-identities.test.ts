import type { TerraformResourceLifecycle } from "cdktf";
import { UserAssignedIdentity, Vm, VmWithSystemIdentity } from "cdktf-azure-identity";
import { VM } from "../rules/support";
import { GROUP, newStack, synthesized } from "../support";

function lifecycleOf(lifecycle?: TerraformResourceLifecycle) {
  const stack = newStack();
  const identity = new UserAssignedIdentity(stack, "identity", { ...GROUP, name: "id-orders" });
  new Vm(stack, "vm", {
    ...VM,
    userAssignedIdentities: [identity],
    ignoreExternalIdentities: true,
    ...(lifecycle ? { lifecycle } : {}),
  });
  return synthesized(stack).resource.azurerm_linux_virtual_machine.vm.lifecycle;
}

test("the identity block is left alone", () => {
  expect(lifecycleOf()).toEqual({ ignore_changes: ["identity"] });
});

test.each<[string, TerraformResourceLifecycle, object]>([
  ["other arguments stay ignored", { ignoreChanges: ["tags"] }, { ignore_changes: ["tags", "identity"] }],
  ["it is named once", { ignoreChanges: ["identity"] }, { ignore_changes: ["identity"] }],
  ["all is all", { ignoreChanges: "all" }, { ignore_changes: "all" }],
  [
    "the rest of the lifecycle stays",
    { preventDestroy: true },
    { prevent_destroy: true, ignore_changes: ["identity"] },
  ],
])("%s", (_, given, expected) => {
  expect(lifecycleOf(given)).toEqual(expected);
});

test("without the option nothing is ignored, and with it the machine is made with its identities", () => {
  const stack = newStack();
  new VmWithSystemIdentity(stack, "a", { ...VM, name: "vm-a", ignoreExternalIdentities: false });
  new VmWithSystemIdentity(stack, "b", { ...VM, name: "vm-b", ignoreExternalIdentities: true });
  const { a, b } = synthesized(stack).resource.azurerm_linux_virtual_machine;
  expect(a.lifecycle).toBeUndefined();
  expect(b).toMatchObject({
    identity: { type: "SystemAssigned" },
    lifecycle: { ignore_changes: ["identity"] },
  });
});
