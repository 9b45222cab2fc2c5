import { LinuxVirtualMachine } from "@cdktf/provider-azurerm/lib/linux-virtual-machine";
import { AzurermProvider } from "@cdktf/provider-azurerm/lib/provider";
import { ResourceGroup } from "@cdktf/provider-azurerm/lib/resource-group";
import { Fn, type TerraformStack, TerraformVariable } from "cdktf";
import {
  OperatingSystem,
  Role,
  UserAssignedIdentity,
  Vm,
  type VmProps,
  VmWithSystemIdentity,
} from "cdktf-azure-identity";
import { addresses, overrideLogicalIds } from "../constructs";
import { GROUP, newStack, SSH_KEY, synthesized } from "../support";

const SUBNET = "/subscriptions/x/resourceGroups/rg/providers/Microsoft.Network/virtualNetworks/v/subnets/s";
const PROPS: VmProps = {
  ...GROUP,
  name: "vm-orders",
  size: "Standard_B2s",
  subnetId: SUBNET,
  operatingSystem: OperatingSystem.linux({
    adminUsername: "azureuser",
    sshPublicKey: SSH_KEY,
  }),
};

function machineOf(stack: TerraformStack) {
  return synthesized(stack).resource.azurerm_linux_virtual_machine.vm;
}

function identityOf(stack: TerraformStack, name: string) {
  return new UserAssignedIdentity(stack, name, {
    ...GROUP,
    name: `id-${name}`,
  });
}

test("a machine on a subnet is the machine and one network interface", () => {
  const stack = newStack();
  new Vm(stack, "vm", PROPS);
  expect(synthesized(stack).resource).toMatchInlineSnapshot(`
    {
      "azurerm_linux_virtual_machine": {
        "vm": {
          "admin_ssh_key": [
            {
              "public_key": "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIAbcdefghijklmnopqrstuvwxyz0123456789ABCDEFG",
              "username": "azureuser",
            },
          ],
          "admin_username": "azureuser",
          "disable_password_authentication": true,
          "location": "westeurope",
          "name": "vm-orders",
          "network_interface_ids": [
            "\${azurerm_network_interface.vm_nic_82143599.id}",
          ],
          "os_disk": {
            "caching": "ReadWrite",
            "storage_account_type": "StandardSSD_LRS",
          },
          "resource_group_name": "rg-orders",
          "size": "Standard_B2s",
          "source_image_reference": {
            "offer": "ubuntu-24_04-lts",
            "publisher": "Canonical",
            "sku": "server",
            "version": "latest",
          },
        },
      },
      "azurerm_network_interface": {
        "vm_nic_82143599": {
          "ip_configuration": [
            {
              "name": "internal",
              "private_ip_address_allocation": "Dynamic",
              "subnet_id": "/subscriptions/x/resourceGroups/rg/providers/Microsoft.Network/virtualNetworks/v/subnets/s",
            },
          ],
          "location": "westeurope",
          "name": "nic-vm-orders",
          "resource_group_name": "rg-orders",
        },
      },
    }
  `);
});

test("addresses are that of the raw machine with the same id, and one for the interface", () => {
  const stack = newStack();
  new Vm(stack, "vm", { ...PROPS, publicIpAddressEnabled: true });
  expect(addresses(stack)).toEqual([
    "azurerm_linux_virtual_machine.vm",
    "azurerm_network_interface.vm_nic_82143599",
    "azurerm_public_ip.vm_public-ip_08BDE77B",
  ]);
});

test("a raw machine can be swapped for the construct without a change of address, also inside other constructs", () => {
  const [ours, raw] = [newStack(), newStack()];
  const shared = { ...GROUP, name: PROPS.name, size: PROPS.size };
  for (const scope of ["vm", "app"]) {
    const [oursScope, rawScope] = [ours, raw].map((stack) =>
      scope === "app" ? new ResourceGroup(stack, "app", { name: "rg", location: "x" }) : stack,
    );
    new Vm(oursScope as TerraformStack, "vm", {
      ...PROPS,
      subnetId: undefined,
      networkInterfaceIds: ["nic"],
    });
    new LinuxVirtualMachine(rawScope as TerraformStack, "vm", {
      ...shared,
      networkInterfaceIds: ["nic"],
      osDisk: { caching: "None" },
    });
  }
  expect(addresses(ours)).toEqual(addresses(raw));
});

test("the machine is the default child", () => {
  const vm = new Vm(newStack(), "vm", PROPS);
  expect(vm.node.defaultChild).toBe(vm.resource);
});

test("the logical id of every child can be overridden right after construction, and references follow", () => {
  const stack = newStack();
  new VmWithSystemIdentity(stack, "vm", {
    ...PROPS,
    publicIpAddressEnabled: true,
  }).assignRole("reads", Role.builtIn("Reader"), "/");
  const renamed = overrideLogicalIds(stack, "vm");
  expect(
    addresses(stack)
      .map((address) => address.split(".")[1])
      .sort(),
  ).toEqual(renamed.sort());
  const { resource } = synthesized(stack);
  const [machine] = Object.keys(resource.azurerm_linux_virtual_machine);
  const [nic] = Object.keys(resource.azurerm_network_interface);
  const [publicIp] = Object.keys(resource.azurerm_public_ip);
  const [binding] = Object.values(resource.azurerm_role_assignment) as {
    principal_id: string;
  }[];
  expect(resource.azurerm_linux_virtual_machine[machine as string].network_interface_ids).toEqual([
    `\${azurerm_network_interface.${nic}.id}`,
  ]);
  expect(resource.azurerm_network_interface[nic as string].ip_configuration[0].public_ip_address_id).toBe(
    `\${azurerm_public_ip.${publicIp}.id}`,
  );
  expect(binding?.principal_id).toBe(`\${azurerm_linux_virtual_machine.${machine}.identity[0].principal_id}`);
});

describe("identities", () => {
  const typeOf = (build: (stack: TerraformStack) => void) => {
    const stack = newStack();
    build(stack);
    return machineOf(stack).identity;
  };

  test("a Vm without identities has no identity block", () => {
    expect(typeOf((stack) => new Vm(stack, "vm", PROPS))).toBeUndefined();
  });

  test("a Vm with user-assigned identities is UserAssigned", () => {
    const block = typeOf(
      (stack) =>
        new Vm(stack, "vm", {
          ...PROPS,
          userAssignedIdentities: [identityOf(stack, "a")],
        }),
    );
    expect(block).toEqual({
      type: "UserAssigned",
      identity_ids: ["${azurerm_user_assigned_identity.a.id}"],
    });
  });

  test("a VmWithSystemIdentity is SystemAssigned", () => {
    expect(typeOf((stack) => new VmWithSystemIdentity(stack, "vm", PROPS))).toEqual({
      type: "SystemAssigned",
    });
  });

  test("a VmWithSystemIdentity with user-assigned identities is both", () => {
    const block = typeOf(
      (stack) =>
        new VmWithSystemIdentity(stack, "vm", {
          ...PROPS,
          userAssignedIdentities: [identityOf(stack, "a")],
        }),
    );
    expect(block.type).toBe("SystemAssigned, UserAssigned");
  });

  test("identities added later follow those given at creation, and the type with them", () => {
    const block = typeOf((stack) => {
      const vm = new VmWithSystemIdentity(stack, "vm", {
        ...PROPS,
        userAssignedIdentities: [identityOf(stack, "a")],
      });
      vm.addUserAssignedIdentity(identityOf(stack, "b"));
    });
    expect(block).toEqual({
      type: "SystemAssigned, UserAssigned",
      identity_ids: ["${azurerm_user_assigned_identity.a.id}", "${azurerm_user_assigned_identity.b.id}"],
    });
    expect(
      typeOf((stack) => new Vm(stack, "vm", PROPS).addUserAssignedIdentity(identityOf(stack, "b"))).type,
    ).toBe("UserAssigned");
  });

  test("the list that was passed stays the caller's own", () => {
    const stack = newStack();
    const list = [identityOf(stack, "a")];
    new Vm(stack, "vm", {
      ...PROPS,
      userAssignedIdentities: list,
    }).addUserAssignedIdentity(identityOf(stack, "b"));
    expect(list).toHaveLength(1);
  });
});

describe("arguments", () => {
  const withProps = (props: Partial<VmProps>) => {
    const stack = newStack();
    new Vm(stack, "vm", { ...PROPS, ...props });
    return machineOf(stack);
  };

  test("size, zone, computer name, custom data and tags are passed on", () => {
    const customData = Fn.base64encode("#cloud-config");
    expect(
      withProps({
        zone: "2",
        computerName: "orders",
        customData,
        tags: { team: "orders" },
      }),
    ).toMatchObject({
      size: "Standard_B2s",
      zone: "2",
      computer_name: "orders",
      custom_data: '${base64encode("#cloud-config")}',
      tags: { team: "orders" },
    });
  });

  test("an image id takes the place of the default image", () => {
    const machine = withProps({ sourceImageId: "/images/mine" });
    expect(machine.source_image_id).toBe("/images/mine");
    expect(machine.source_image_reference).toBeUndefined();
  });

  test("a marketplace image is used in its latest version unless one is given", () => {
    const image = { publisher: "Debian", offer: "debian-12", sku: "12-gen2" };
    expect(withProps({ sourceImageReference: image }).source_image_reference).toEqual({
      ...image,
      version: "latest",
    });
    expect(
      withProps({ sourceImageReference: { ...image, version: "1.2.3" } }).source_image_reference.version,
    ).toBe("1.2.3");
  });

  test("what is said of the disk replaces the defaults one by one", () => {
    expect(
      withProps({
        osDisk: { diskSizeGb: 64, storageAccountType: "Premium_LRS" },
      }).os_disk,
    ).toEqual({
      caching: "ReadWrite",
      storage_account_type: "Premium_LRS",
      disk_size_gb: 64,
    });
  });

  test("a disk on the host is read-only cached and local", () => {
    expect(withProps({ osDisk: { diffDiskSettings: {} } }).os_disk).toEqual({
      caching: "ReadOnly",
      storage_account_type: "Standard_LRS",
      diff_disk_settings: { option: "Local" },
    });
    expect(
      withProps({ osDisk: { diffDiskSettings: { placement: "NvmeDisk" } } }).os_disk.diff_disk_settings,
    ).toEqual({
      option: "Local",
      placement: "NvmeDisk",
    });
  });

  test("all SSH keys belong to the administrator", () => {
    const second = `${SSH_KEY} second`;
    const operatingSystem = OperatingSystem.linux({
      adminUsername: "azureuser",
      sshPublicKey: SSH_KEY,
      additionalSshPublicKeys: [second],
    });
    expect(withProps({ operatingSystem }).admin_ssh_key).toEqual([
      { username: "azureuser", public_key: SSH_KEY },
      { username: "azureuser", public_key: second },
    ]);
  });

  test("interfaces that exist are used as they are, and none is made", () => {
    const stack = newStack();
    const ids = new TerraformVariable(stack, "ids", { type: "list(string)" });
    const vm = new Vm(stack, "vm", {
      ...PROPS,
      subnetId: undefined,
      networkInterfaceIds: ids.listValue,
    });
    expect(vm.networkInterface).toBeUndefined();
    expect(machineOf(stack).network_interface_ids).toBe("${var.ids}");
    expect(addresses(stack)).toEqual(["azurerm_linux_virtual_machine.vm"]);
  });

  test("a public address is made only when asked for, in the zone of the machine", () => {
    const stack = newStack();
    new Vm(stack, "vm", { ...PROPS, zone: "1", publicIpAddressEnabled: true });
    const [publicIp] = Object.values(synthesized(stack).resource.azurerm_public_ip);
    expect(publicIp).toEqual({
      name: "pip-vm-orders",
      resource_group_name: "rg-orders",
      location: "westeurope",
      allocation_method: "Static",
      sku: "Standard",
      zones: ["1"],
    });
  });
});

test("lifecycle and dependsOn reach the machine, provider everything made along with it", () => {
  const stack = newStack();
  const group = new ResourceGroup(stack, "group", {
    name: "rg",
    location: "westeurope",
  });
  const provider = new AzurermProvider(stack, "hub", {
    features: [{}],
    alias: "hub",
  });
  new Vm(stack, "vm", {
    ...PROPS,
    publicIpAddressEnabled: true,
    lifecycle: { ignoreChanges: ["tags"] },
    dependsOn: [group],
    provider,
  });
  const { resource } = synthesized(stack);
  expect(resource.azurerm_linux_virtual_machine.vm).toMatchObject({
    lifecycle: { ignore_changes: ["tags"] },
    depends_on: ["azurerm_resource_group.group"],
  });
  for (const type of ["azurerm_linux_virtual_machine", "azurerm_network_interface", "azurerm_public_ip"]) {
    expect(Object.values(resource[type])).toEqual([expect.objectContaining({ provider: "azurerm.hub" })]);
  }
});

test("other resources can refer to the machine and depend on it", () => {
  const stack = newStack();
  const vm = new Vm(stack, "vm", PROPS);
  new ResourceGroup(stack, "later", {
    name: vm.name,
    location: "westeurope",
    tags: {
      id: vm.id,
      private: vm.privateIpAddress,
      public: vm.publicIpAddress,
    },
    dependsOn: [vm],
  });
  expect(synthesized(stack).resource.azurerm_resource_group.later).toMatchObject({
    name: "${azurerm_linux_virtual_machine.vm.name}",
    tags: {
      id: "${azurerm_linux_virtual_machine.vm.id}",
      private: "${azurerm_linux_virtual_machine.vm.private_ip_address}",
      public: "${azurerm_linux_virtual_machine.vm.public_ip_address}",
    },
    depends_on: ["azurerm_linux_virtual_machine.vm"],
  });
});

test("props that contradict each other are refused all at once, and leave nothing behind", () => {
  const stack = newStack();
  const create = () =>
    new Vm(stack, "vm", {
      ...PROPS,
      networkInterfaceIds: ["nic"],
      sourceImageId: "/images/mine",
      sourceImageReference: { publisher: "p", offer: "o", sku: "s" },
    });
  expect(create).toThrow(
    "[test/vm] both subnetId and networkInterfaceIds are given: allowed is one of the two; remove the other\n" +
      "  both sourceImageId and sourceImageReference are given: allowed is one of the two; remove the other",
  );
  expect(stack.node.tryFindChild("vm")).toBeUndefined();
});

test.each([
  { networkInterfaceIds: undefined },
  { networkInterfaceIds: [] },
])("a machine without a network is refused (%j)", (props) => {
  const create = () => new Vm(newStack(), "vm", { ...PROPS, subnetId: undefined, ...props });
  expect(create).toThrow(
    "the machine has no network: allowed is exactly one of subnetId and networkInterfaceIds",
  );
});

test("a public address without an interface of its own is refused", () => {
  const props = {
    ...PROPS,
    subnetId: undefined,
    networkInterfaceIds: ["nic"],
    publicIpAddressEnabled: true,
  };
  expect(() => new Vm(newStack(), "vm", props)).toThrow("publicIpAddressEnabled is given without subnetId");
});

test("an override adds to the lists that the construct made, as it does on a raw machine", () => {
  const stack = newStack();
  const vm = new Vm(stack, "vm", { ...PROPS, userAssignedIdentities: [identityOf(stack, "a")] });
  vm.resource.addOverride("identity.identity_ids", ["${local.more}"]);
  vm.resource.addOverride("network_interface_ids", ["${local.second}"]);
  expect(machineOf(stack)).toMatchObject({
    identity: { identity_ids: ["${azurerm_user_assigned_identity.a.id}", "${local.more}"] },
    network_interface_ids: ["${azurerm_network_interface.vm_nic_82143599.id}", "${local.second}"],
  });
});
