import { RoleAssignment } from "@cdktf/provider-azurerm/lib/role-assignment";
import {
  IdentityRoleBinding,
  OperatingSystem,
  Role,
  UserAssignedIdentity,
  Vm,
  type VmProps,
  VmWithSystemIdentity,
  type VmWithSystemIdentityProps,
} from "cdktf-azure-identity";
import { TerraformStacks } from "cdktf-azure-identity/testing/terraform";
import { BeforeStack } from "../../examples/switch-on/before";
import { SwitchOnStack } from "../../examples/switch-on/stack";
import { findings, GROUP, newApp, newStack, SSH_KEY, SUBSCRIPTION, written } from "../support";
import { become, closeAll, GROUP_ID, NIC, open, type Program, planned } from "./programs";

afterEach(closeAll);

const MACHINE: VmProps = {
  ...GROUP,
  name: "vm-orders",
  size: "Standard_B2s",
  networkInterfaceIds: [NIC],
  operatingSystem: OperatingSystem.linux({ adminUsername: "azureuser", sshPublicKey: SSH_KEY }),
};
const SUBNET = `/subscriptions/${SUBSCRIPTION}/resourceGroups/rg-network/providers/Microsoft.Network/virtualNetworks/vnet/subnets/machines`;
const LINUX = "azurerm_linux_virtual_machine.vm";
const INPUT = "terraform_data.vm_principal-id-lookup-input_A4A85D41";
const DATA = "data.azurerm_virtual_machine.vm_principal-id-lookup_2A3DF4FB";
const BINDING = "azurerm_role_assignment.vm_reads_ED6FFA19";
const LOOKUP = { principalIdLookupEnabled: true };

interface Shape extends Partial<VmWithSystemIdentityProps> {
  readonly attached?: number;
}

/** A machine, and as many identities as a test may attach to it. */
function machine(
  stack: Parameters<Program>[0],
  { attached = 0, ...props }: Shape,
): VmWithSystemIdentityProps {
  const identities = ["a", "b"].map(
    (id) => new UserAssignedIdentity(stack, id, { ...GROUP, name: `id-${id}` }),
  );
  return { ...MACHINE, userAssignedIdentities: identities.slice(0, attached), ...props };
}

const without =
  (shape: Shape = {}): Program =>
  (stack) => {
    new Vm(stack, "vm", machine(stack, shape));
  };

const withReader =
  (shape: Shape = {}): Program =>
  (stack) => {
    const vm = new VmWithSystemIdentity(stack, "vm", machine(stack, shape));
    vm.assignRole("reads", Role.builtIn("Reader"), GROUP_ID);
  };

test("with the look-up one apply switches the identity on and binds a role to it, and leaves nothing to do", async () => {
  const { run, stacks } = await open(without());
  await run.apply();
  await become(run, withReader(LOOKUP));
  expect(await planned(run)).toEqual([
    `create ${BINDING}`,
    `create ${INPUT}`,
    `read ${DATA}`,
    `update ${LINUX}`,
  ]);
  expect(await run.apply()).toMatchObject({ added: 2, changed: 1, destroyed: 0 });
  expect(await run.plan()).toMatchObject({ isEmpty: true });
  const { resources } = await run.state();
  const [binding] = resources.filter(({ address }) => address === BINDING);
  expect(stacks.azure.principals.find(String(binding?.values.principal_id))).toMatchObject({
    type: "ServicePrincipal",
  });
});

test("the example becomes the other one in one apply", async () => {
  const variables = { "subnet-id": SUBNET, "ssh-public-key": SSH_KEY };
  const [before, after] = [newApp(), newApp()];
  new BeforeStack(before, "switch-on");
  new SwitchOnStack(after, "switch-on");
  after.synth();
  const stacks = await TerraformStacks.open(before, {
    variables,
    existing: [SUBNET],
    subscriptionId: SUBSCRIPTION,
  });
  try {
    const run = stacks.get("switch-on");
    await run.apply();
    await run.change(() => written(after, "switch-on"));
    expect(await run.apply()).toMatchObject({ added: 2, changed: 1, destroyed: 0 });
    expect(await run.plan()).toMatchObject({ isEmpty: true });
  } finally {
    await stacks.close();
  }
});

test("so it does beside identities that are attached already", async () => {
  const { run } = await open(without({ attached: 1 }));
  await run.apply();
  await become(run, withReader({ ...LOOKUP, attached: 2 }));
  expect(await run.apply()).toMatchObject({ added: 2, changed: 1, destroyed: 0 });
  expect(await run.plan()).toMatchObject({ isEmpty: true });
});

test("a new machine can have the look-up from the start", async () => {
  const { run } = await open(withReader(LOOKUP));
  await run.apply();
  expect(await run.plan()).toMatchObject({ isEmpty: true });
  expect((await run.destroy()).destroyed).toBe(5);
});

test("later changes of tags and of user-assigned identities leave the binding alone", async () => {
  const { run } = await open(withReader(LOOKUP));
  await run.apply();
  for (const shape of [{ tags: { team: "orders" } }, { attached: 1 }, { attached: 2 }, {}]) {
    await become(run, withReader({ ...LOOKUP, ...shape }));
    expect(await planned(run)).toEqual([`update ${LINUX}`]);
    await run.apply();
    expect(await run.plan()).toMatchObject({ isEmpty: true });
  }
});

test("a replaced machine replaces the binding, with the principal of the new one", async () => {
  const { run, stacks } = await open(withReader(LOOKUP));
  await run.apply();
  const before = await principal(run);
  await become(run, withReader({ ...LOOKUP, computerName: "orders" }));
  await run.apply();
  expect(await run.plan()).toMatchObject({ isEmpty: true });
  expect(await principal(run)).not.toBe(before);
  expect(stacks.azure.principals.find(await principal(run))).toBeDefined();
});

test.each([
  ["without an identity", 0, "Missing required argument"],
  ["with a user-assigned identity", 1, "principal_id"],
])("without the look-up the binding fails on a machine %s", async (_, attached, message) => {
  const { run } = await open(without({ attached }));
  await run.apply();
  await become(run, withReader({ attached }));
  await expect(run.apply()).rejects.toThrow(message);
});

test("without the look-up it takes two applies", async () => {
  const { run } = await open(without());
  await run.apply();
  await become(run, (stack) => {
    new VmWithSystemIdentity(stack, "vm", machine(stack, {}));
  });
  expect(await planned(run)).toEqual([`update ${LINUX}`]);
  await run.apply();
  await become(run, withReader());
  expect(await run.apply()).toMatchObject({ added: 1, changed: 0, destroyed: 0 });
  expect(await run.plan()).toMatchObject({ isEmpty: true });
});

test("turning the look-up on with a binding in place replaces that, once", async () => {
  const { run } = await open(withReader());
  await run.apply();
  await become(run, withReader(LOOKUP));
  expect(await planned(run)).toEqual([`create ${INPUT}`, `delete create ${BINDING}`, `read ${DATA}`]);
  await run.apply();
  expect(await run.plan()).toMatchObject({ isEmpty: true });
  await become(run, withReader({ ...LOOKUP, tags: { team: "orders" } }));
  expect(await planned(run)).toEqual([`update ${LINUX}`]);
});

test("where the look-up is made first, turning it on replaces nothing", async () => {
  const { run } = await open(withReader());
  await run.apply();
  await become(run, withReader(LOOKUP));
  await run.apply({ args: [`-target=${INPUT}`] });
  expect(await run.plan()).toMatchObject({ isEmpty: true });
});

test("turning the look-up off leaves the binding alone", async () => {
  const { run } = await open(withReader(LOOKUP));
  await run.apply();
  await become(run, withReader());
  expect(await planned(run)).toEqual([`delete ${INPUT}`]);
  await run.apply();
  expect(await run.plan()).toMatchObject({ isEmpty: true });
});

test.each([
  ["from the machine", {}],
  ["by the look-up", LOOKUP],
])("the class switches the identity off in place, with the principal id %s", async (_, shape) => {
  const { run } = await open(withReader({ ...shape, attached: 1 }));
  await run.apply();
  await become(run, without({ attached: 1 }));
  const { changes } = await run.plan();
  const machines = changes.filter(({ address }) => address === LINUX);
  expect(machines.map(({ actions }) => actions)).toEqual([["update"]]);
  expect(changes.some(({ actions }) => actions.includes("create"))).toBe(false);
  await run.apply();
  expect(await run.plan()).toMatchObject({ isEmpty: true });
  const { resources } = await run.state();
  expect(resources.map(({ address }) => address)).not.toContain(BINDING);
});

test("a binding that still means the identity that is switched off does not get as far as Terraform", () => {
  const stack = newStack();
  const vm = new Vm(stack, "vm", machine(stack, { attached: 1 }));
  const scope = GROUP_ID;
  const role = Role.builtIn("Reader");
  const { principalId, tenantId } = vm.resource.identity;
  new IdentityRoleBinding(stack, "ours", { identity: { principalId, tenantId }, role, scope });
  new RoleAssignment(stack, "raw", { principalId, roleDefinitionName: "Reader", scope: NIC });
  const untyped = { identity: vm as unknown as VmWithSystemIdentity, role, scope };
  expect(() => new IdentityRoleBinding(stack, "untyped", untyped)).toThrow(
    "test/vm, which has no principal id",
  );
  const errors = findings(stack).filter(({ level }) => level === "error");
  expect(errors.map(({ rule, path }) => [rule, path])).toEqual([
    ["missing-system-identity", "test/ours"],
    ["missing-system-identity", "test/raw"],
  ]);
});

test("the class removes everything, too", async () => {
  const { run, stacks } = await open(withReader({ attached: 2 }));
  await run.apply();
  await become(run, without());
  expect(await planned(run)).toEqual([`delete ${BINDING}`, `update ${LINUX}`]);
  await run.apply();
  expect(await run.plan()).toMatchObject({ isEmpty: true });
  expect(
    stacks.azure.find(`${GROUP_ID}/providers/Microsoft.Compute/virtualMachines/vm-orders`)?.identities,
  ).toBeUndefined();
});

async function principal(run: Awaited<ReturnType<typeof open>>["run"]): Promise<string> {
  const { resources } = await run.state();
  return String(resources.find(({ address }) => address === BINDING)?.values.principal_id);
}
