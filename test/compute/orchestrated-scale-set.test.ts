import { OrchestratedVirtualMachineScaleSet } from "@cdktf/provider-azurerm/lib/orchestrated-virtual-machine-scale-set";
import { ResourceGroup } from "@cdktf/provider-azurerm/lib/resource-group";
import { Fn, type TerraformStack } from "cdktf";
import {
  type IManagedIdentity,
  OperatingSystem,
  OrchestratedScaleSet,
  type OrchestratedScaleSetProps,
  UserAssignedIdentity,
} from "cdktf-azure-identity";
import { addresses } from "../constructs";
import { GROUP, newStack, SSH_KEY, synthesized } from "../support";

const TYPE = "azurerm_orchestrated_virtual_machine_scale_set";
const PROPS: OrchestratedScaleSetProps = {
  ...GROUP,
  name: "vmss-orders",
  skuName: "Standard_B2s",
  instances: 3,
  subnetId: "/subscriptions/x/resourceGroups/rg/providers/Microsoft.Network/virtualNetworks/v/subnets/s",
  operatingSystem: OperatingSystem.linux({
    adminUsername: "azureuser",
    sshPublicKey: SSH_KEY,
  }),
};

function scaleSetWith(props: Partial<OrchestratedScaleSetProps> = {}) {
  const stack = newStack();
  new OrchestratedScaleSet(stack, "set", { ...PROPS, ...props });
  return synthesized(stack).resource[TYPE].set;
}

function identityOf(stack: TerraformStack, name: string) {
  return new UserAssignedIdentity(stack, name, {
    ...GROUP,
    name: `id-${name}`,
  });
}

test("a flexible scale set on a subnet is one resource, with its login in a block of the system's own", () => {
  const stack = newStack();
  new OrchestratedScaleSet(stack, "set", PROPS);
  expect(synthesized(stack).resource).toMatchInlineSnapshot(`
    {
      "azurerm_orchestrated_virtual_machine_scale_set": {
        "set": {
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
          "os_profile": {
            "linux_configuration": {
              "admin_ssh_key": [
                {
                  "public_key": "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIAbcdefghijklmnopqrstuvwxyz0123456789ABCDEFG",
                  "username": "azureuser",
                },
              ],
              "admin_username": "azureuser",
              "disable_password_authentication": true,
            },
          },
          "platform_fault_domain_count": 1,
          "resource_group_name": "rg-orders",
          "sku_name": "Standard_B2s",
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

test("on Windows it has the login and the image of Windows", () => {
  const operatingSystem = OperatingSystem.windows({
    adminUsername: "azureuser",
    adminPassword: "${var.password}",
    timezone: "W. Europe Standard Time",
    automaticUpdatesEnabled: false,
    hotpatchingEnabled: true,
  });
  const scaleSet = scaleSetWith({
    operatingSystem,
    computerNamePrefix: "orders-",
  });
  expect(scaleSet.os_profile).toEqual({
    windows_configuration: {
      admin_username: "azureuser",
      admin_password: "${var.password}",
      computer_name_prefix: "orders-",
      timezone: "W. Europe Standard Time",
      enable_automatic_updates: false,
      hotpatching_enabled: true,
    },
  });
  expect(scaleSet.source_image_reference.publisher).toBe("MicrosoftWindowsServer");
});

test("arguments are passed on", () => {
  expect(
    scaleSetWith({
      platformFaultDomainCount: 5,
      computerNamePrefix: "orders-",
      customData: Fn.base64encode("#cloud-config"),
      sourceImageId: "/images/mine",
      upgradeMode: "Automatic",
      zones: ["1"],
      tags: { team: "orders" },
      ignoreExternalIdentities: true,
    }),
  ).toMatchObject({
    platform_fault_domain_count: 5,
    os_profile: {
      custom_data: '${base64encode("#cloud-config")}',
      linux_configuration: { computer_name_prefix: "orders-" },
    },
    source_image_id: "/images/mine",
    upgrade_mode: "Automatic",
    zones: ["1"],
    tags: { team: "orders" },
    lifecycle: { ignore_changes: ["identity"] },
  });
  expect(scaleSetWith({ sourceImageId: "/images/mine" }).source_image_reference).toBeUndefined();
});

test("identities given at creation and later are user-assigned ones", () => {
  const stack = newStack();
  const list = [identityOf(stack, "a")];
  const set = new OrchestratedScaleSet(stack, "set", {
    ...PROPS,
    userAssignedIdentities: list,
  });
  set.addUserAssignedIdentity(identityOf(stack, "b"));
  expect(synthesized(stack).resource[TYPE].set.identity).toEqual({
    type: "UserAssigned",
    identity_ids: ["${azurerm_user_assigned_identity.a.id}", "${azurerm_user_assigned_identity.b.id}"],
  });
  expect(list).toHaveLength(1);
  expect(scaleSetWith().identity).toBeUndefined();
});

test("it is nothing that roles could be bound to, which the compiler says", () => {
  const set = new OrchestratedScaleSet(newStack(), "set", PROPS);
  // @ts-expect-error it has no principal of its own
  const identity: IManagedIdentity = set;
  expect(identity.principalId).toBeUndefined();
});

test("its address is that of the raw scale set with the same id, also inside other constructs", () => {
  const [ours, raw] = [newStack(), newStack()];
  const [oursGroup, rawGroup] = [ours, raw].map(
    (stack) => new ResourceGroup(stack, "app", { name: "rg", location: "x" }),
  );
  new OrchestratedScaleSet(oursGroup as ResourceGroup, "set", PROPS);
  new OrchestratedVirtualMachineScaleSet(rawGroup as ResourceGroup, "set", {
    ...GROUP,
    name: "vmss-orders",
    platformFaultDomainCount: 1,
  });
  expect(addresses(ours)).toEqual(addresses(raw));
});

test("other resources can refer to it and depend on it", () => {
  const stack = newStack();
  const set = new OrchestratedScaleSet(stack, "set", PROPS);
  const shared = {
    location: "westeurope",
    tags: { id: set.id },
    dependsOn: [set],
  };
  new ResourceGroup(stack, "later", { ...shared, name: set.name });
  expect(synthesized(stack).resource.azurerm_resource_group.later).toMatchObject({
    name: `\${${TYPE}.set.name}`,
    tags: { id: `\${${TYPE}.set.id}` },
    depends_on: [`${TYPE}.set`],
  });
});

test("two images are refused, and leave nothing behind", () => {
  const stack = newStack();
  const sourceImageReference = { publisher: "p", offer: "o", sku: "s" };
  const create = () =>
    new OrchestratedScaleSet(stack, "set", {
      ...PROPS,
      sourceImageId: "/images/mine",
      sourceImageReference,
    });
  expect(create).toThrow(
    "[test/set] both sourceImageId and sourceImageReference are given: allowed is one of the two; remove the other",
  );
  expect(stack.node.tryFindChild("set")).toBeUndefined();
});
