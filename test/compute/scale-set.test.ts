import { LinuxVirtualMachineScaleSet } from "@cdktf/provider-azurerm/lib/linux-virtual-machine-scale-set";
import { AzurermProvider } from "@cdktf/provider-azurerm/lib/provider";
import { ResourceGroup } from "@cdktf/provider-azurerm/lib/resource-group";
import { Fn, type TerraformStack } from "cdktf";
import {
  OperatingSystem,
  Role,
  ScaleSet,
  type ScaleSetProps,
  ScaleSetWithSystemIdentity,
  UserAssignedIdentity,
} from "cdktf-azure-identity";
import { addresses, overrideLogicalIds } from "../constructs";
import { GROUP, newStack, SSH_KEY, synthesized } from "../support";

const SUBNET = "/subscriptions/x/resourceGroups/rg/providers/Microsoft.Network/virtualNetworks/v/subnets/s";
const PROPS: ScaleSetProps = {
  ...GROUP,
  name: "vmss-orders",
  sku: "Standard_B2s",
  instances: 3,
  subnetId: SUBNET,
  operatingSystem: OperatingSystem.linux({
    adminUsername: "azureuser",
    sshPublicKey: SSH_KEY,
  }),
};
const WINDOWS = OperatingSystem.windows({
  adminUsername: "azureuser",
  adminPassword: "${var.password}",
  timezone: "W. Europe Standard Time",
  automaticUpdatesEnabled: false,
});

function identityOf(stack: TerraformStack, name: string) {
  return new UserAssignedIdentity(stack, name, {
    ...GROUP,
    name: `id-${name}`,
  });
}

function scaleSetWith(props: Partial<ScaleSetProps>) {
  const stack = newStack();
  new ScaleSet(stack, "set", { ...PROPS, ...props });
  const {
    azurerm_linux_virtual_machine_scale_set: linux,
    azurerm_windows_virtual_machine_scale_set: windows,
  } = synthesized(stack).resource;
  return (linux ?? windows).set;
}

test("a scale set on a subnet is one resource, with one interface for each machine", () => {
  const stack = newStack();
  new ScaleSet(stack, "set", PROPS);
  expect(synthesized(stack).resource).toMatchInlineSnapshot(`
    {
      "azurerm_linux_virtual_machine_scale_set": {
        "set": {
          "admin_ssh_key": [
            {
              "public_key": "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIAbcdefghijklmnopqrstuvwxyz0123456789ABCDEFG",
              "username": "azureuser",
            },
          ],
          "admin_username": "azureuser",
          "disable_password_authentication": true,
          "instances": 3,
          "location": "westeurope",
          "name": "vmss-orders",
          "network_interface": [
            {
              "ip_configuration": [
                {
                  "name": "internal",
                  "primary": true,
                  "subnet_id": "/subscriptions/x/resourceGroups/rg/providers/Microsoft.Network/virtualNetworks/v/subnets/s",
                },
              ],
              "name": "nic-vmss-orders",
              "primary": true,
            },
          ],
          "os_disk": {
            "caching": "ReadWrite",
            "storage_account_type": "StandardSSD_LRS",
          },
          "resource_group_name": "rg-orders",
          "sku": "Standard_B2s",
          "source_image_reference": {
            "offer": "ubuntu-24_04-lts",
            "publisher": "Canonical",
            "sku": "server",
            "version": "latest",
          },
        },
      },
    }
  `);
});

test("a Windows scale set logs in by password, and has what is particular to Windows", () => {
  const scaleSet = scaleSetWith({
    operatingSystem: WINDOWS,
    computerNamePrefix: "orders-",
  });
  expect(scaleSet).toMatchObject({
    admin_username: "azureuser",
    admin_password: "${var.password}",
    computer_name_prefix: "orders-",
    timezone: "W. Europe Standard Time",
    enable_automatic_updates: false,
    source_image_reference: { publisher: "MicrosoftWindowsServer" },
  });
});

test.each([
  [PROPS.operatingSystem, "azurerm_linux_virtual_machine_scale_set.set"],
  [WINDOWS, "azurerm_windows_virtual_machine_scale_set.set"],
])("its address is that of the raw scale set with the same id (%#)", (operatingSystem, address) => {
  const stack = newStack();
  new ScaleSetWithSystemIdentity(stack, "set", { ...PROPS, operatingSystem });
  expect(addresses(stack)).toEqual([address]);
});

test("a raw scale set can be swapped for the construct without a change of address, also inside other constructs", () => {
  const [ours, raw] = [newStack(), newStack()];
  const [oursGroup, rawGroup] = [ours, raw].map(
    (stack) => new ResourceGroup(stack, "app", { name: "rg", location: "x" }),
  );
  new ScaleSet(oursGroup as ResourceGroup, "set", PROPS);
  new LinuxVirtualMachineScaleSet(rawGroup as ResourceGroup, "set", {
    ...GROUP,
    name: PROPS.name,
    sku: PROPS.sku,
    adminUsername: "azureuser",
    networkInterface: [],
    osDisk: { caching: "None", storageAccountType: "Standard_LRS" },
  });
  expect(addresses(ours)).toEqual(addresses(raw));
});

test("the logical id of every child can be overridden right after construction, and references follow", () => {
  const stack = newStack();
  new ScaleSetWithSystemIdentity(stack, "set", PROPS).assignRole("reads", Role.builtIn("Reader"), "/");
  const renamed = overrideLogicalIds(stack, "set");
  expect(
    addresses(stack)
      .map((address) => address.split(".")[1])
      .sort(),
  ).toEqual(renamed.sort());
  const { resource } = synthesized(stack);
  const [set] = Object.keys(resource.azurerm_linux_virtual_machine_scale_set);
  const [binding] = Object.values(resource.azurerm_role_assignment);
  expect(binding).toMatchObject({
    principal_id: `\${azurerm_linux_virtual_machine_scale_set.${set}.identity[0].principal_id}`,
  });
});

describe("identities", () => {
  const blockOf = (build: (stack: TerraformStack) => void) => {
    const stack = newStack();
    build(stack);
    return synthesized(stack).resource.azurerm_linux_virtual_machine_scale_set.set.identity;
  };

  test("a ScaleSet has none, or those that are attached", () => {
    expect(blockOf((stack) => new ScaleSet(stack, "set", PROPS))).toBeUndefined();
    expect(
      blockOf(
        (stack) =>
          new ScaleSet(stack, "set", {
            ...PROPS,
            userAssignedIdentities: [identityOf(stack, "a")],
          }),
      ),
    ).toEqual({
      type: "UserAssigned",
      identity_ids: ["${azurerm_user_assigned_identity.a.id}"],
    });
  });

  test("a ScaleSetWithSystemIdentity has its own, beside those that are attached", () => {
    expect(blockOf((stack) => new ScaleSetWithSystemIdentity(stack, "set", PROPS))).toEqual({
      type: "SystemAssigned",
    });
    const userAssignedIdentities = (stack: TerraformStack) => [identityOf(stack, "a")];
    expect(
      blockOf((stack) =>
        new ScaleSetWithSystemIdentity(stack, "set", {
          ...PROPS,
          userAssignedIdentities: userAssignedIdentities(stack),
        }).addUserAssignedIdentity(identityOf(stack, "b")),
      ),
    ).toEqual({
      type: "SystemAssigned, UserAssigned",
      identity_ids: ["${azurerm_user_assigned_identity.a.id}", "${azurerm_user_assigned_identity.b.id}"],
    });
  });

  test("the list that was passed stays the caller's own", () => {
    const stack = newStack();
    const list = [identityOf(stack, "a")];
    const set = new ScaleSet(stack, "set", {
      ...PROPS,
      userAssignedIdentities: list,
    });
    set.addUserAssignedIdentity(identityOf(stack, "b"));
    expect(list).toHaveLength(1);
  });

  test("those that others attach are left alone when asked for, beside what is ignored already", () => {
    const lifecycleOf = (props: Partial<ScaleSetProps>) => scaleSetWith(props).lifecycle;
    const lifecycle = { ignoreChanges: ["instances"] };
    expect(lifecycleOf({ ignoreExternalIdentities: true, lifecycle })).toEqual({
      ignore_changes: ["instances", "identity"],
    });
    expect(lifecycleOf({ ignoreExternalIdentities: true })).toEqual({
      ignore_changes: ["identity"],
    });
    expect(
      lifecycleOf({
        ignoreExternalIdentities: true,
        lifecycle: { ignoreChanges: "all" },
      }),
    ).toEqual({
      ignore_changes: "all",
    });
    expect(lifecycleOf({ lifecycle })).toEqual({
      ignore_changes: ["instances"],
    });
  });
});

test("roles given along are bindings under their own ids, in whatever order", () => {
  const at = (roles: readonly string[]) => {
    const stack = newStack();
    new ScaleSetWithSystemIdentity(stack, "set", {
      ...PROPS,
      roles: roles.map((id) => ({
        id,
        role: Role.builtIn("Reader"),
        scope: `/subscriptions/${id}`,
      })),
    });
    return addresses(stack);
  };
  expect(at(["a", "b"])).toEqual([
    "azurerm_linux_virtual_machine_scale_set.set",
    "azurerm_role_assignment.set_a_6A3A3997",
    "azurerm_role_assignment.set_b_7C60EFFA",
  ]);
  expect(at(["b", "a"])).toEqual(at(["a", "b"]));
});

test("with the look-up the principal id comes from a data source that reads what is stored of the scale set", () => {
  const stack = newStack();
  const provider = new AzurermProvider(stack, "hub", {
    features: [{}],
    alias: "hub",
  });
  const roles = [{ id: "reads", role: Role.builtIn("Reader"), scope: "/" }];
  const props = { ...PROPS, principalIdLookupEnabled: true, roles, provider };
  const set = new ScaleSetWithSystemIdentity(stack, "set", props);
  const all = addresses(stack);
  expect(all).toMatchInlineSnapshot(`
    [
      "azurerm_linux_virtual_machine_scale_set.set",
      "azurerm_role_assignment.set_reads_701E2AA0",
      "data.azurerm_virtual_machine_scale_set.set_principal-id-lookup_88A1FB6A",
      "terraform_data.set_principal-id-lookup-input_C0616FCB",
    ]
  `);
  const data = all.find((address) => address.startsWith("data.")) as string;
  const stored = all.find((address) => address.startsWith("terraform_data.")) as string;
  const { resource, data: sources } = synthesized(stack);
  expect(Object.values(resource.azurerm_role_assignment)).toEqual([
    expect.objectContaining({
      principal_id: `\${${data}.identity[0].principal_id}`,
    }),
  ]);
  expect(Object.values(sources.azurerm_virtual_machine_scale_set)).toEqual([
    {
      name: `\${${stored}.output.name}`,
      resource_group_name: `\${${stored}.output.resource_group_name}`,
      provider: "azurerm.hub",
    },
  ]);
  expect(set.principalIdLookup?.node.id).toBe("principal-id-lookup");
});

test("arguments are passed on, and what is said of the disk replaces the defaults one by one", () => {
  expect(
    scaleSetWith({
      networkSecurityGroupId: "nsg",
      loadBalancerBackendAddressPoolIds: ["pool"],
      healthProbeId: "probe",
      upgradeMode: "Automatic",
      customData: Fn.base64encode("#cloud-config"),
      sourceImageReference: {
        publisher: "Debian",
        offer: "debian-12",
        sku: "12-gen2",
      },
      zones: ["1", "2"],
      tags: { team: "orders" },
      osDisk: { diskSizeGb: 64, diffDiskSettings: { placement: "NvmeDisk" } },
    }),
  ).toMatchObject({
    network_interface: [
      {
        network_security_group_id: "nsg",
        ip_configuration: [{ load_balancer_backend_address_pool_ids: ["pool"] }],
      },
    ],
    health_probe_id: "probe",
    upgrade_mode: "Automatic",
    custom_data: '${base64encode("#cloud-config")}',
    source_image_reference: { publisher: "Debian", version: "latest" },
    zones: ["1", "2"],
    tags: { team: "orders" },
    os_disk: {
      caching: "ReadOnly",
      storage_account_type: "Standard_LRS",
      disk_size_gb: 64,
      diff_disk_settings: { option: "Local", placement: "NvmeDisk" },
    },
  });
  expect(scaleSetWith({ sourceImageId: "/images/mine" }).source_image_reference).toBeUndefined();
});

test("lifecycle, dependsOn and provider reach the scale set, provider its bindings too", () => {
  const stack = newStack();
  const group = new ResourceGroup(stack, "group", {
    name: "rg",
    location: "westeurope",
  });
  const provider = new AzurermProvider(stack, "hub", {
    features: [{}],
    alias: "hub",
  });
  const set = new ScaleSetWithSystemIdentity(stack, "set", {
    ...PROPS,
    lifecycle: { ignoreChanges: ["instances"] },
    dependsOn: [group],
    provider,
    roles: [{ id: "reads", role: Role.builtIn("Reader"), scope: "/" }],
  });
  set.assignRole("writes", Role.builtIn("Contributor"), "/");
  const { resource } = synthesized(stack);
  expect(resource.azurerm_linux_virtual_machine_scale_set.set).toMatchObject({
    lifecycle: { ignore_changes: ["instances"] },
    depends_on: ["azurerm_resource_group.group"],
    provider: "azurerm.hub",
  });
  expect(Object.values(resource.azurerm_role_assignment)).toEqual([
    expect.objectContaining({ provider: "azurerm.hub" }),
    expect.objectContaining({ provider: "azurerm.hub" }),
  ]);
});

test("other resources can refer to the scale set and depend on it", () => {
  const stack = newStack();
  const set = new ScaleSet(stack, "set", PROPS);
  new ResourceGroup(stack, "later", {
    name: set.name,
    location: "westeurope",
    tags: { id: set.id },
    dependsOn: [set],
  });
  expect(synthesized(stack).resource.azurerm_resource_group.later).toMatchObject({
    name: "${azurerm_linux_virtual_machine_scale_set.set.name}",
    tags: { id: "${azurerm_linux_virtual_machine_scale_set.set.id}" },
    depends_on: ["azurerm_linux_virtual_machine_scale_set.set"],
  });
});

test("props that contradict each other are refused all at once, and leave nothing behind", () => {
  const stack = newStack();
  const operatingSystem = OperatingSystem.windows({
    adminUsername: "azureuser",
    adminPassword: "${var.password}",
    hotpatchingEnabled: true,
  });
  const reads = { id: "reads", role: Role.builtIn("Reader"), scope: "/" };
  const create = () =>
    new ScaleSetWithSystemIdentity(stack, "set", {
      ...PROPS,
      operatingSystem,
      sourceImageId: "/images/mine",
      sourceImageReference: { publisher: "p", offer: "o", sku: "s" },
      roles: [reads, reads],
    });
  expect(create).toThrow(
    "[test/set] both sourceImageId and sourceImageReference are given: allowed is one of the two; remove the other\n" +
      "  hotpatchingEnabled is given for a scale set with uniform orchestration: allowed are machines and an " +
      "OrchestratedScaleSet; remove it\n" +
      '  role 2 of roles has the id "reads", which role 1 of roles uses: allowed is each id once; give it another one',
  );
  expect(() => new ScaleSet(stack, "set", { ...PROPS, operatingSystem })).toThrow(
    "[test/set] hotpatchingEnabled",
  );
  expect(stack.node.tryFindChild("set")).toBeUndefined();
});
