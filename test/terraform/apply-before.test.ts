import { ResourceGroup } from "@cdktf/provider-azurerm/lib/resource-group";
import type { TerraformStack } from "cdktf";
import {
  FederatedSubject,
  IdentityRoleBinding,
  OperatingSystem,
  Principal,
  Role,
  UserAssignedIdentity,
  Vm,
  VmWithSystemIdentity,
} from "cdktf-azure-identity";
import { GROUP, SSH_KEY } from "../support";
import { become, closeAll, GROUP_ID, NIC, open, planned } from "./programs";

afterEach(closeAll);

const MACHINE = {
  ...GROUP,
  name: "vm-orders",
  size: "Standard_B2s",
  networkInterfaceIds: [NIC],
  operatingSystem: OperatingSystem.linux({ adminUsername: "azureuser", sshPublicKey: SSH_KEY }),
};
const READER = Role.builtIn("Reader");

/** A machine that needs what its user-assigned identity may do as soon as it starts. */
function waiting(stack: TerraformStack, roles = READER): void {
  const identity = new UserAssignedIdentity(stack, "identity", { ...GROUP, name: "id-orders" });
  const vm = new Vm(stack, "vm", { ...MACHINE, userAssignedIdentities: [identity] });
  const binding = { identity, role: roles, scope: GROUP_ID, propagationDelay: "60s" };
  new IdentityRoleBinding(stack, "binding", binding).applyBefore(vm);
}

test("a machine is made after the binding and its delay, and destroyed before them", async () => {
  const { run, stacks } = await open(waiting);
  await run.apply();
  const made = stacks.azure.all().map(({ id }) => id.split("/").at(-2));
  expect(made.indexOf("virtualMachines")).toBeGreaterThan(made.indexOf("roleAssignments"));
  expect(await planned(run)).toEqual([]);
  await run.destroy();
});

test("a replaced binding waits once more, and what waits for it stays as it is", async () => {
  const { run } = await open(waiting);
  await run.apply();
  await become(run, (stack) => waiting(stack, Role.builtIn("Contributor")));
  expect(await planned(run)).toEqual([
    "delete create azurerm_role_assignment.binding",
    expect.stringMatching(/^delete create time_sleep\.binding_propagation-delay_/),
  ]);
  await run.apply();
  expect(await planned(run)).toEqual([]);
});

test("a delay for counted bindings is made and planned once", async () => {
  const { run } = await open((stack) => {
    const identity = new UserAssignedIdentity(stack, "identity", { ...GROUP, name: "id-orders" });
    const binding = { identity, role: READER, scope: GROUP_ID, propagationDelay: "60s", count: 1 };
    const later = new ResourceGroup(stack, "later", { name: "rg-later", location: "westeurope" });
    new IdentityRoleBinding(stack, "binding", binding).applyBefore(later);
  });
  expect((await run.apply()).added).toBe(4);
  expect(await planned(run)).toEqual([]);
});

test("what circular-order says is what Terraform refuses", async () => {
  await expect(
    open((stack) => {
      const vm = new VmWithSystemIdentity(stack, "vm", MACHINE);
      new IdentityRoleBinding(stack, "binding", { identity: vm, role: READER, scope: GROUP_ID }).applyBefore(
        vm,
      );
    }),
  ).rejects.toThrow("circular-order");
  const { run } = await open((stack) => void new VmWithSystemIdentity(stack, "vm", MACHINE));
  await run.change((json) => {
    const edited = JSON.parse(JSON.stringify(json));
    const principal_id = "${azurerm_linux_virtual_machine.vm.identity[0].principal_id}";
    edited.resource.azurerm_role_assignment = {
      binding: { scope: GROUP_ID, role_definition_name: "Reader", principal_id },
    };
    edited.resource.azurerm_linux_virtual_machine.vm.depends_on = ["azurerm_role_assignment.binding"];
    return edited;
  });
  await expect(run.plan()).rejects.toThrow("Cycle");
});

describe("a deletion lock", () => {
  const locked = (stack: TerraformStack, deletionLock = true, more = true) => {
    const identity = new UserAssignedIdentity(stack, "identity", {
      ...GROUP,
      name: "id-orders",
      deletionLock,
    });
    const other = new UserAssignedIdentity(stack, "other", { ...GROUP, name: "id-other" });
    if (more) identity.allowAssignmentBy("ops", Principal.managedIdentity(other));
    identity.trust("main", FederatedSubject.gitHubBranch({ repository: "contoso/orders", branch: "main" }));
  };

  test("goes before what it locks when all is destroyed", async () => {
    const { run } = await open(locked);
    const { added } = await run.apply();
    expect(await planned(run)).toEqual([]);
    expect((await run.destroy()).destroyed).toBe(added);
  });

  test("does not stop the program itself from replacing the identity", async () => {
    const { run } = await open(locked);
    await run.apply();
    await run.change((json) => JSON.parse(JSON.stringify(json).replaceAll('"id-orders"', '"id-shop"')));
    await run.apply();
    expect(await planned(run)).toEqual([]);
  });

  test("lets a binding go that is taken away together with it", async () => {
    const { run } = await open(locked);
    await run.apply();
    await become(run, (stack) => locked(stack, false, false));
    await run.apply();
    await become(run, (stack) => locked(stack, true, false));
    await run.apply();
    expect(await planned(run)).toEqual([]);
  });

  test("is taken away by itself after an apply that it made fail: Terraform has forgotten the order by then", async () => {
    const { run } = await open(locked);
    await run.apply();
    await become(run, (stack) => locked(stack, true, false));
    await expect(run.apply()).rejects.toThrow("ScopeLocked");
    await become(run, (stack) => locked(stack, false));
    await run.apply();
    await become(run, (stack) => locked(stack, false, false));
    await run.apply();
    await become(run, (stack) => locked(stack, true, false));
    await run.apply();
    expect(await planned(run)).toEqual([]);
  });
});

test("an address in words beside an expression is no cycle, for circular-order as for Terraform", async () => {
  const { run } = await open((stack) => {
    const identity = new UserAssignedIdentity(stack, "identity", { ...GROUP, name: "id-orders" });
    const first = new IdentityRoleBinding(stack, "first", { identity, role: READER, scope: GROUP_ID });
    const second = identity.assignRole("second", Role.builtIn("Contributor"), GROUP_ID);
    first.applyBefore(second);
    const address = `azurerm_role_assignment.${second.resource.friendlyUniqueId}`;
    first.resource.description = `for ${identity.name}; ${address} comes after this one`;
  });
  expect((await run.apply()).added).toBe(3);
  expect(await planned(run)).toEqual([]);
});
