import type { TerraformStack } from "cdktf";
import {
  ExistingVirtualMachine,
  FederatedCredential,
  FederatedSubject,
  GroupMembership,
  IdentityRoleBinding,
  IdentityVerification,
  OperatingSystem,
  OrchestratedScaleSet,
  Principal,
  PrincipalRoleBinding,
  Role,
  ScaleSet,
  ScaleSetWithSystemIdentity,
  UserAssignedIdentity,
  VirtualMachineSystemIdentity,
  Vm,
  VmWithSystemIdentity,
} from "cdktf-azure-identity";
import { GROUP, GUID, newStack, SSH_KEY, SUBSCRIPTION, synthesized } from "./support";

const IDENTITY_ID = `/subscriptions/${SUBSCRIPTION}/resourceGroups/rg-orders/providers/Microsoft.ManagedIdentity/userAssignedIdentities/id-orders`;

const SUBNET_ID = `/subscriptions/${SUBSCRIPTION}/resourceGroups/rg-net/providers/Microsoft.Network/virtualNetworks/vnet/subnets/machines`;

const MACHINE = {
  ...GROUP,
  name: "vm-orders",
  size: "Standard_B2s",
  networkInterfaceIds: ["nic"],
  operatingSystem: OperatingSystem.linux({ adminUsername: "azureuser", sshPublicKey: SSH_KEY }),
};

const SCALE_SET = {
  ...GROUP,
  name: "vmss-orders",
  sku: "Standard_B2s",
  instances: 2,
  subnetId: SUBNET_ID,
  operatingSystem: MACHINE.operatingSystem,
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
    name: "FederatedCredential",
    type: "azurerm_federated_identity_credential",
    create: (stack: TerraformStack) =>
      new FederatedCredential(stack, "app", {
        identity: UserAssignedIdentity.fromAttributes({ id: IDENTITY_ID }),
        subject: FederatedSubject.gitHubPullRequest({ repository: "shop/orders" }),
      }),
  },
  {
    name: "ScaleSet",
    type: "azurerm_linux_virtual_machine_scale_set",
    create: (stack: TerraformStack) => new ScaleSet(stack, "app", SCALE_SET),
  },
  {
    name: "ScaleSetWithSystemIdentity",
    type: "azurerm_linux_virtual_machine_scale_set",
    create: (stack: TerraformStack) => new ScaleSetWithSystemIdentity(stack, "app", SCALE_SET),
  },
  {
    name: "OrchestratedScaleSet",
    type: "azurerm_orchestrated_virtual_machine_scale_set",
    create: (stack: TerraformStack) =>
      new OrchestratedScaleSet(stack, "app", { ...SCALE_SET, skuName: "Standard_B2s" }),
  },
  {
    name: "GroupMembership",
    type: "azuread_group_member",
    create: (stack: TerraformStack) =>
      new GroupMembership(stack, "app", {
        member: { principalId: GUID, tenantId: GUID },
        groupObjectId: GUID,
      }),
  },
  {
    name: "VirtualMachineSystemIdentity",
    type: "azapi_resource_action",
    create: (stack: TerraformStack) =>
      new VirtualMachineSystemIdentity(stack, "app", {
        virtualMachine: ExistingVirtualMachine.fromId(
          `/subscriptions/${GUID}/resourceGroups/rg/providers/Microsoft.Compute/virtualMachines/vm`,
        ),
      }),
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
  {
    name: "PrincipalRoleBinding",
    type: "azurerm_role_assignment",
    create: (stack: TerraformStack) =>
      new PrincipalRoleBinding(stack, "app", {
        principal: Principal.group(GUID),
        role: Role.builtIn("Reader"),
        scope: "/",
      }),
  },
  {
    name: "IdentityVerification",
    type: "azurerm_virtual_machine_run_command",
    create: (stack: TerraformStack) =>
      new IdentityVerification(stack, "app", {
        virtualMachine: { id: "vm" },
        osType: "Linux",
        location: GROUP.location,
        identity: { principalId: GUID, tenantId: GUID },
        scope: "/providers/Microsoft.Management/managementGroups/shops",
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
