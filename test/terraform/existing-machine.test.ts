import type { App, TerraformStack } from "cdktf";
import {
  ExistingVirtualMachine,
  Role,
  UserAssignedIdentity,
  VirtualMachineIdentity,
  VirtualMachineSystemIdentity,
  type VirtualMachineSystemIdentityProps,
} from "cdktf-azure-identity";
import { type Plan, type StackRun, TerraformStacks } from "cdktf-azure-identity/testing/terraform";
import { exported, GROUP, newStack, SUBSCRIPTION } from "../support";

const RG = `/subscriptions/${SUBSCRIPTION}/resourceGroups/rg-orders`;
const MACHINE = `/subscriptions/${SUBSCRIPTION}/resourceGroups/rg-platform/providers/Microsoft.Compute/virtualMachines/vm-platform`;
const OTHERS = `/subscriptions/${SUBSCRIPTION}/resourceGroups/rg-platform/providers/Microsoft.ManagedIdentity/userAssignedIdentities/id-platform`;
const ours = (name: string) => `${RG}/providers/Microsoft.ManagedIdentity/userAssignedIdentities/id-${name}`;

const opened: TerraformStacks[] = [];
afterEach(async () => {
  for (const stacks of opened.splice(0)) await stacks.close();
});

type Build = (stack: TerraformStack, identities: { [name: string]: UserAssignedIdentity }) => void;

function stackWith(build: Build): TerraformStack {
  const stack = newStack("orders");
  const made = ["orders", "reports"].map((name) => [
    name,
    exported(new UserAssignedIdentity(stack, name, { ...GROUP, name: `id-${name}` })),
  ]);
  build(stack, Object.fromEntries(made));
  return stack;
}

async function open(build: Build): Promise<{ run: StackRun; stacks: TerraformStacks }> {
  const stacks = await TerraformStacks.open(stackWith(build).node.root as App, {
    existing: [RG, MACHINE, OTHERS],
    subscriptionId: SUBSCRIPTION,
  });
  opened.push(stacks);
  return { run: stacks.get("orders"), stacks };
}

/** Another program for what is applied. */
async function change(run: StackRun, build: Build): Promise<void> {
  const app = stackWith(build).node.root as App;
  app.synth();
  const other = await TerraformStacks.open(app.outdir);
  opened.push(other);
  await run.change(() => other.get("orders").json);
}

const user: Build = (stack, { orders }) => {
  const virtualMachine = ExistingVirtualMachine.fromId(MACHINE);
  new VirtualMachineIdentity(stack, "machine", {
    virtualMachine,
    userAssignedIdentities: [orders as UserAssignedIdentity],
  });
};

const system =
  (names: readonly string[], props: Partial<VirtualMachineSystemIdentityProps> = {}): Build =>
  (stack, identities) => {
    const machine = new VirtualMachineSystemIdentity(stack, "machine", {
      virtualMachine: ExistingVirtualMachine.fromId(MACHINE),
      userAssignedIdentities: names.map((name) => identities[name] as UserAssignedIdentity),
      ...props,
    });
    machine.assignRole("reads", Role.builtIn("Reader"), RG);
  };

/** Gives the machine identities, as its owner does. */
function have({ azure }: TerraformStacks, identities: { systemPrincipal?: string; user: string[] }): void {
  azure.put({ id: MACHINE, identities });
}

function had({ azure }: TerraformStacks) {
  return azure.find(MACHINE)?.identities;
}

function changed({ changes }: Plan): string[] {
  return changes.map(({ address, actions }) => `${actions.join("+")} ${address}`).sort();
}

const SYSTEM = "99999999-8888-7777-6666-555555555555";

test.each([
  ["nothing", undefined],
  ["an identity of its own", { systemPrincipal: SYSTEM, user: [] }],
  ["identities of others", { user: [OTHERS] }],
  ["both", { systemPrincipal: SYSTEM, user: [OTHERS] }],
])("a machine that has %s gets ours beside it, and has the same again after destroy", async (_, before) => {
  const { run, stacks } = await open(user);
  if (before) have(stacks, before);
  await run.apply();
  expect(had(stacks)).toEqual({ ...before, user: [...(before?.user ?? []), ours("orders")] });
  expect(await run.plan()).toMatchObject({ isEmpty: true });
  await run.destroy();
  expect(had(stacks)).toEqual(before);
});

test("a role is bound to the identity in the same apply that switches it on, which destroy leaves on", async () => {
  const { run, stacks } = await open(system(["orders"]));
  await run.apply();
  const principal = had(stacks)?.systemPrincipal;
  const { resources } = await run.state();
  const [binding] = resources.filter(({ type }) => type === "azurerm_role_assignment");
  expect(binding?.values.principal_id).toBe(principal);
  expect(await run.plan()).toMatchObject({ isEmpty: true });
  await run.destroy();
  expect(had(stacks)).toEqual({ systemPrincipal: principal, user: [] });
});

test("destroy switches it off where it is asked to, and leaves those of others", async () => {
  const { run, stacks } = await open(system(["orders"], { disableOnDestroy: true }));
  have(stacks, { user: [OTHERS] });
  await run.apply();
  await run.destroy();
  expect(had(stacks)).toEqual({ user: [OTHERS] });
});

test("one identity more is attached in place, and no binding is replaced", async () => {
  const { run, stacks } = await open(system(["orders"]));
  await run.apply();
  await change(run, system(["orders", "reports"]));
  const plan = await run.plan();
  expect(changed(plan)).toEqual([
    "read data.azapi_resource.machine_after_ACD10F25",
    "update azapi_resource_action.machine",
  ]);
  await run.apply();
  expect(had(stacks)?.user).toEqual([ours("orders"), ours("reports")]);
});

test("one that is to be detached is, and the rest stays", async () => {
  const { run, stacks } = await open(system(["orders", "reports"]));
  await run.apply();
  await change(run, (stack, identities) =>
    system(["orders"], { detachedIdentities: [identities.reports as UserAssignedIdentity] })(
      stack,
      identities,
    ),
  );
  await run.apply();
  expect(had(stacks)?.user).toEqual([ours("orders")]);
  expect(await run.plan()).toMatchObject({ isEmpty: true });
  await change(run, system(["orders"]));
  await run.apply();
  expect(had(stacks)?.user).toEqual([ours("orders")]);
  expect(await run.plan()).toMatchObject({ isEmpty: true });
});

test("the last one can be detached too, while the machine keeps its own", async () => {
  const { run, stacks } = await open(system(["orders"]));
  await run.apply();
  await change(run, (stack, identities) =>
    system([], { detachedIdentities: [identities.orders as UserAssignedIdentity] })(stack, identities),
  );
  await run.apply();
  expect(had(stacks)).toEqual({ systemPrincipal: expect.any(String), user: [] });
  expect(await run.plan()).toMatchObject({ isEmpty: true });
});

test("an identity that others take away fails the plan, which says what its owner has to do and how to attach it again", async () => {
  const { run, stacks } = await open(user);
  have(stacks, { user: [OTHERS] });
  await run.apply();
  have(stacks, { user: [OTHERS] });
  await expect(run.plan()).rejects.toThrow(
    /\[orders\/machine\] user-assigned identity \S+id-orders is not attached to \S+ any more: [\s\S]*ignore_changes = \[identity\][\s\S]*-replace=azapi_resource_action.machine/,
  );
  await run.apply({ args: ["-replace=azapi_resource_action.machine"] });
  expect(had(stacks)).toEqual({ user: [OTHERS, ours("orders")] });
  expect(await run.plan()).toMatchObject({ isEmpty: true });
});

test("an identity of the machine's own that others switch off fails the plan", async () => {
  const { run, stacks } = await open(system([]));
  await run.apply();
  stacks.azure.put({ id: MACHINE });
  await expect(run.plan()).rejects.toThrow(/the system-assigned identity of \S+ is off/);
});

test("what others took away does not stand in the way of destroy", async () => {
  const { run, stacks } = await open(user);
  have(stacks, { user: [OTHERS] });
  await run.apply();
  have(stacks, { user: [OTHERS] });
  await run.destroy();
  expect(had(stacks)).toEqual({ user: [OTHERS] });
});

test("a machine that is gone fails the plan, and leaves nothing behind that destroy could not remove", async () => {
  const { run, stacks } = await open(user);
  await run.apply();
  stacks.azure.remove(MACHINE);
  await expect(run.plan()).rejects.toThrow("ResourceNotFound");
  await run.destroy({ args: ["-refresh=false"] });
  expect((await run.state()).resources).toEqual([]);
});
