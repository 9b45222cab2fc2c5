import { OperatingSystem, UserAssignedIdentity, Vm } from "cdktf-azure-identity";
import { GROUP, SSH_KEY } from "../support";
import { become, closeAll, GROUP_ID, NIC, open, type Program, planned } from "./programs";

afterEach(closeAll);

const VM_ID = `${GROUP_ID}/providers/Microsoft.Compute/virtualMachines/vm-orders`;
const AGENT_ID = `${GROUP_ID}/providers/Microsoft.ManagedIdentity/userAssignedIdentities/id-agent`;
const LINUX = "azurerm_linux_virtual_machine.vm";

const machine =
  (ignoreExternalIdentities: boolean, attached: number): Program =>
  (stack) => {
    const identities = ["a", "b"].map(
      (id) => new UserAssignedIdentity(stack, id, { ...GROUP, name: `id-${id}` }),
    );
    new Vm(stack, "vm", {
      ...GROUP,
      name: "vm-orders",
      size: "Standard_B2s",
      networkInterfaceIds: [NIC],
      operatingSystem: OperatingSystem.linux({ adminUsername: "azureuser", sshPublicKey: SSH_KEY }),
      userAssignedIdentities: identities.slice(0, attached),
      ignoreExternalIdentities,
    });
  };

/** The machine was made with one identity, and then a policy attached another one. */
async function afterPolicy(ignoreExternalIdentities: boolean) {
  const { run, stacks } = await open(machine(ignoreExternalIdentities, 1));
  await run.apply();
  const stored = stacks.azure.find(VM_ID);
  if (!stored) throw new Error("there is no machine");
  const user = [...(stored.identities?.user ?? []), AGENT_ID];
  stacks.azure.put({ ...stored, identities: { ...stored.identities, user } });
  return {
    run,
    attached: () => stacks.azure.find(VM_ID)?.identities?.user.map((id) => id.split("/").at(-1)),
  };
}

test("the next apply takes the identity away that a policy attached", async () => {
  const { run, attached } = await afterPolicy(false);
  expect(await planned(run)).toEqual([`update ${LINUX}`]);
  await run.apply();
  expect(attached()).toEqual(["id-a"]);
});

test("with ignoreExternalIdentities it stays, and no plan wants to change it", async () => {
  const { run, attached } = await afterPolicy(true);
  expect(await run.plan()).toMatchObject({ isEmpty: true });
  expect(attached()).toEqual(["id-a", "id-agent"]);
});

test("it freezes what the program says too: one identity more is not attached", async () => {
  const { run, attached } = await afterPolicy(true);
  await become(run, machine(true, 2));
  expect(await run.plan()).toMatchObject({ isEmpty: true });
  expect(attached()).toEqual(["id-a", "id-agent"]);
});
