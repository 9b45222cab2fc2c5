import {
  OperatingSystem,
  Role,
  ScaleSet,
  ScaleSetWithSystemIdentity,
  type ScaleSetWithSystemIdentityProps,
  UserAssignedIdentity,
} from "cdktf-azure-identity";
import { GROUP, SSH_KEY } from "../support";
import { become, closeAll, GROUP_ID, open, type Program, planned, SUBNET } from "./programs";

afterEach(closeAll);

const SET = "azurerm_linux_virtual_machine_scale_set.set";

function scaleSet(
  stack: Parameters<Program>[0],
  props: Partial<ScaleSetWithSystemIdentityProps> = {},
): ScaleSetWithSystemIdentityProps {
  const identity = new UserAssignedIdentity(stack, "identity", { ...GROUP, name: "id-orders" });
  return {
    ...GROUP,
    name: "vmss-orders",
    sku: "Standard_B2s",
    instances: 2,
    subnetId: SUBNET,
    operatingSystem: OperatingSystem.linux({ adminUsername: "azureuser", sshPublicKey: SSH_KEY }),
    userAssignedIdentities: [identity],
    ...props,
  };
}

const without: Program = (stack) => {
  new ScaleSet(stack, "set", scaleSet(stack));
};

const having =
  (props: Partial<ScaleSetWithSystemIdentityProps> = {}): Program =>
  (stack) => {
    new ScaleSetWithSystemIdentity(stack, "set", scaleSet(stack, props));
  };

const ROLES = [{ id: "reads", role: Role.builtIn("Reader"), scope: GROUP_ID }];

test("the class switches the identity of a scale set on and off in place", async () => {
  const { run } = await open(without);
  await run.apply();
  for (const program of [having(), without]) {
    await become(run, program);
    expect(await planned(run)).toEqual([`update ${SET}`]);
    await run.apply();
    expect(await run.plan()).toMatchObject({ isEmpty: true });
  }
});

test("with the look-up one apply switches it on and binds a role to it, and later changes leave that alone", async () => {
  const lookup = { principalIdLookupEnabled: true, roles: ROLES };
  const { run } = await open(without);
  await run.apply();
  await become(run, having(lookup));
  expect(await run.apply()).toMatchObject({ added: 2, changed: 1, destroyed: 0 });
  expect(await run.plan()).toMatchObject({ isEmpty: true });
  for (const props of [{ tags: { team: "orders" } }, { userAssignedIdentities: [] }, { instances: 5 }]) {
    await become(run, having({ ...lookup, ...props }));
    expect(await planned(run)).toEqual([`update ${SET}`]);
    await run.apply();
    expect(await run.plan()).toMatchObject({ isEmpty: true });
  }
});

test("without the look-up the binding waits for another apply", async () => {
  const { run } = await open(without);
  await run.apply();
  await become(run, having({ roles: ROLES }));
  await expect(run.apply()).rejects.toThrow("principal_id");
});
