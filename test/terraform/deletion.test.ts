import type { TerraformStack } from "cdktf";
import {
  OperatingSystem,
  Role,
  Scope,
  UserAssignedIdentity,
  Vm,
  VmWithSystemIdentity,
} from "cdktf-azure-identity";
import { GROUP, SSH_KEY, SUBSCRIPTION } from "../support";
import { become, closeAll, NIC, open, planned } from "./programs";

afterEach(closeAll);

const MACHINE = {
  ...GROUP,
  name: "vm-orders",
  size: "Standard_B2s",
  networkInterfaceIds: [NIC],
  operatingSystem: OperatingSystem.linux({ adminUsername: "azureuser", sshPublicKey: SSH_KEY }),
};
const ROLES = [{ id: "reads", role: Role.builtIn("Reader"), scope: Scope.subscription(SUBSCRIPTION) }];

const identityIn = (stack: TerraformStack, id: string) =>
  new UserAssignedIdentity(stack, id, { ...GROUP, name: `id-${id}` });

/** What was taken away, in the order in which it was. */
function removalsOf({ azure }: Awaited<ReturnType<typeof open>>["stacks"]): string[] {
  const removed: string[] = [];
  const remove = azure.remove.bind(azure);
  azure.remove = (id: string) => {
    removed.push(id.split("/").at(-2) ?? id);
    remove(id);
  };
  return removed;
}

test.each([
  false,
  true,
])("a full destroy takes bindings, then machines, then the identity (look-up: %s)", async (lookup) => {
  const { run, stacks } = await open((stack) => {
    const identity = identityIn(stack, "a");
    identity.assignRole("blobs", Role.builtIn("Reader"), Scope.resourceGroup(SUBSCRIPTION, "rg-orders"));
    const vm = new VmWithSystemIdentity(stack, "vm", {
      ...MACHINE,
      userAssignedIdentities: [identity],
      roles: ROLES,
      principalIdLookupEnabled: lookup,
    });
    identity.allowAssignmentBy("vm", vm);
  });
  await run.apply();
  const removed = removalsOf(stacks);
  await run.destroy();
  expect(removed).toEqual([
    ...["roleAssignments", "roleAssignments", "roleAssignments"],
    "virtualMachines",
    "userAssignedIdentities",
  ]);
});

test("an identity that is removed along with its attachment goes first, and the machine is updated after", async () => {
  const { run, stacks } = await open((stack) => {
    new Vm(stack, "vm", {
      ...MACHINE,
      userAssignedIdentities: [identityIn(stack, "a"), identityIn(stack, "b")],
    });
  });
  await run.apply();
  await become(run, (stack) => {
    new Vm(stack, "vm", { ...MACHINE, userAssignedIdentities: [identityIn(stack, "a")] });
  });
  const order: string[] = [];
  const put = stacks.azure.put.bind(stacks.azure);
  const remove = stacks.azure.remove.bind(stacks.azure);
  stacks.azure.put = (...given: Parameters<typeof put>) => {
    order.push("machine updated");
    return put(...given);
  };
  stacks.azure.remove = (id: string) => {
    order.push("identity removed");
    remove(id);
  };
  await run.apply();
  expect(order).toEqual(["identity removed", "machine updated"]);
  expect(await run.plan()).toMatchObject({ isEmpty: true });
});

test("in two applies the machine lets go of the identity first", async () => {
  const { run } = await open((stack) => {
    new Vm(stack, "vm", { ...MACHINE, userAssignedIdentities: [identityIn(stack, "a")] });
  });
  await run.apply();
  await become(run, (stack) => {
    identityIn(stack, "a");
    new Vm(stack, "vm", MACHINE);
  });
  expect(await planned(run)).toEqual(["update azurerm_linux_virtual_machine.vm"]);
  await run.apply();
  await become(run, (stack) => {
    new Vm(stack, "vm", MACHINE);
  });
  expect(await planned(run)).toEqual(["delete azurerm_user_assigned_identity.a"]);
  await run.apply();
  expect(await run.plan()).toMatchObject({ isEmpty: true });
});
