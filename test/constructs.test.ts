import type { TerraformStack } from "cdktf";
import {
  IdentityRoleBinding,
  OperatingSystem,
  Role,
  UserAssignedIdentity,
  Vm,
  VmWithSystemIdentity,
} from "cdktf-azure-identity";
import { GROUP, GUID, newStack, SSH_KEY, synthesized } from "./support";

const MACHINE = {
  ...GROUP,
  name: "vm-orders",
  size: "Standard_B2s",
  networkInterfaceIds: ["nic"],
  operatingSystem: OperatingSystem.linux({ adminUsername: "azureuser", sshPublicKey: SSH_KEY }),
};

const CONSTRUCTS = [
  {
    name: "UserAssignedIdentity",
    type: "azurerm_user_assigned_identity",
    create: (stack: TerraformStack) =>
      new UserAssignedIdentity(stack, "app", { ...GROUP, name: "id-orders" }),
  },
  {
    name: "Vm",
    type: "azurerm_linux_virtual_machine",
    create: (stack: TerraformStack) => new Vm(stack, "app", MACHINE),
  },
  {
    name: "VmWithSystemIdentity",
    type: "azurerm_linux_virtual_machine",
    create: (stack: TerraformStack) => new VmWithSystemIdentity(stack, "app", MACHINE),
  },
  {
    name: "IdentityRoleBinding",
    type: "azurerm_role_assignment",
    create: (stack: TerraformStack) =>
      new IdentityRoleBinding(stack, "app", {
        identity: { principalId: GUID, tenantId: GUID },
        role: Role.builtIn("Reader"),
        scope: "/",
      }),
  },
];

describe.each(CONSTRUCTS)("$name", ({ type, create }) => {
  test("its main resource is the default child, at the address that its id gives", () => {
    const stack = newStack();
    const construct = create(stack);
    expect(construct.node.defaultChild).toBe(construct.resource);
    expect(Object.keys(synthesized(stack).resource)).toEqual([type]);
    expect(Object.keys(synthesized(stack).resource[type])).toEqual(["app"]);
  });

  test("its main resource takes overrides, also of what the construct set", () => {
    const stack = newStack();
    const { resource } = create(stack);
    resource.addOverride("timeouts.create", "5m");
    resource.addOverride("principal_type", "Group");
    expect(synthesized(stack).resource[type].app).toMatchObject({
      timeouts: { create: "5m" },
      principal_type: "Group",
    });
  });

  test("its main resource can be imported, and take the place of another address", () => {
    const stack = newStack();
    const { resource } = create(stack);
    resource.importFrom("/some/id");
    resource.moveFromId(`${type}.before`);
    const { import: imports, moved } = synthesized(stack);
    expect(imports).toEqual([{ id: "/some/id", to: `${type}.app` }]);
    expect(moved).toEqual([{ from: `${type}.before`, to: `${type}.app` }]);
  });

  test("its logical id can be overridden right after construction", () => {
    const stack = newStack();
    create(stack).resource.overrideLogicalId("legacy");
    expect(Object.keys(synthesized(stack).resource[type])).toEqual(["legacy"]);
  });

  test("it makes no output", () => {
    const stack = newStack();
    create(stack);
    expect(synthesized(stack).output).toBeUndefined();
  });

  test("it needs a stack", () => {
    expect(() => create(newStack().node.root as TerraformStack)).toThrow("No stack could be identified");
  });
});
