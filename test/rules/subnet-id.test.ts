import { DataAzurermSubnet } from "@cdktf/provider-azurerm/lib/data-azurerm-subnet";
import { LinuxVirtualMachineScaleSet } from "@cdktf/provider-azurerm/lib/linux-virtual-machine-scale-set";
import { NetworkInterface } from "@cdktf/provider-azurerm/lib/network-interface";
import { OrchestratedVirtualMachineScaleSet } from "@cdktf/provider-azurerm/lib/orchestrated-virtual-machine-scale-set";
import { PublicIp } from "@cdktf/provider-azurerm/lib/public-ip";
import { Subnet } from "@cdktf/provider-azurerm/lib/subnet";
import { VirtualNetwork } from "@cdktf/provider-azurerm/lib/virtual-network";
import { Lazy, type TerraformStack } from "cdktf";
import { OrchestratedScaleSet, ScaleSet, Vm } from "cdktf-azure-identity";
import { GROUP, newApp, newStack } from "../support";
import {
  checkedStack,
  found,
  LATE_TEXTS,
  places,
  prepared,
  RAW_SCALE_SET,
  RESOURCE_GROUP_ID,
  SCALE_SET,
  VM,
} from "./support";

const RULE = "subnet-id";
const NETWORK_ID = `${RESOURCE_GROUP_ID}/providers/Microsoft.Network/virtualNetworks/vnet`;
const SUBNET_ID = `${NETWORK_ID}/subnets/machines`;
const FORM =
  "/subscriptions/<guid>/resourceGroups/<group>/providers/Microsoft.Network/virtualNetworks/<network>/subnets/<subnet>";
const FIX = "pass the id of a subnet, not of its network";

function vm(stack: TerraformStack, id: string, subnetId: string): Vm {
  return new Vm(stack, id, { ...VM, name: `vm-${id}`, networkInterfaceIds: undefined, subnetId } as never);
}

function nic(stack: TerraformStack, id: string, subnetId: string, repeated: object = {}): NetworkInterface {
  const ipConfiguration = [{ name: "ip", privateIpAddressAllocation: "Dynamic", subnetId }];
  return new NetworkInterface(stack, id, { ...GROUP, name: `nic-${id}`, ipConfiguration, ...repeated });
}

function network(stack: TerraformStack): VirtualNetwork {
  return new VirtualNetwork(stack, "network", { ...GROUP, name: "vnet", addressSpace: ["10.0.0.0/16"] });
}

function subnet(stack: TerraformStack): Subnet {
  const { resourceGroupName } = GROUP;
  return new Subnet(stack, "subnet", {
    resourceGroupName,
    name: "machines",
    virtualNetworkName: "vnet",
    addressPrefixes: ["10.0.0.0/24"],
  });
}

function problems(stack: TerraformStack): string[] {
  return found(RULE, stack).map(({ message }) => message.split("; ")[0] as string);
}

test("ids of subnets are legal, as text and of resources and data sources", () => {
  const stack = newStack();
  const { resourceGroupName } = GROUP;
  const data = new DataAzurermSubnet(stack, "data", {
    name: "machines",
    virtualNetworkName: "vnet",
    resourceGroupName,
  });
  vm(stack, "text", SUBNET_ID);
  vm(stack, "made", subnet(stack).id);
  vm(stack, "read", data.id);
  vm(stack, "below", `${network(stack).id}/subnets/machines`);
  vm(stack, "associated", "${azurerm_subnet_network_security_group_association.a.id}");
  vm(stack, "inline", "${azurerm_virtual_network.network.subnet[0].id}");
  expect(found(RULE, stack)).toEqual([]);
});

test("the name of a subnet in place of its id is an error", () => {
  const stack = newStack();
  vm(stack, "vm", "default");
  expect(found(RULE, stack)).toEqual([
    expect.objectContaining({
      level: "error",
      message: `subnet "default" is not the resource id of one; allowed is ${FORM}; ${FIX}`,
    }),
  ]);
});

test.each([
  ["nothing", "", 'subnet "" is not the resource id of one'],
  ["a network", NETWORK_ID, `subnet "${NETWORK_ID}" is not the resource id of one`],
  ["more than a subnet", `${SUBNET_ID}/x/y`, `subnet "${SUBNET_ID}/x/y" is not the resource id of one`],
  [
    "another case",
    SUBNET_ID.replace("resourceGroups", "resourcegroups"),
    `subnet "${SUBNET_ID.replace("resourceGroups", "resourcegroups")}" is not written as azurerm asks for, which is "${SUBNET_ID}"`,
  ],
  [
    "an address",
    "azurerm_subnet.main.id",
    'subnet "azurerm_subnet.main.id" is the text of a Terraform address and refers to nothing',
  ],
])("%s in place of an id is an error", (_, given, problem) => {
  const stack = newStack();
  vm(stack, "vm", given);
  expect(problems(stack)).toEqual([problem]);
});

test("the id of something else and another attribute of a subnet are errors", () => {
  const stack = newStack();
  const made = subnet(stack);
  vm(stack, "in-network", network(stack).id);
  vm(
    stack,
    "in-address",
    new PublicIp(stack, "ip", { ...GROUP, name: "pip", allocationMethod: "Static" }).id,
  );
  vm(stack, "named", made.name);
  vm(stack, "whole", `\${${made.fqn}}`);
  expect(problems(stack)).toEqual([
    'subnet "${azurerm_virtual_network.network.id}" is the id of a virtual network',
    'subnet "${azurerm_public_ip.ip.id}" is the id of a public address',
    'subnet "${azurerm_subnet.subnet.name}" is not the id but the name of one',
    'subnet "${azurerm_subnet.subnet}" is not the id but the whole resource of one',
  ]);
});

test.each(LATE_TEXTS)("%s as a subnet says nothing", (_, make) => {
  const stack = checkedStack();
  const { text, repeated } = make(stack, SUBNET_ID);
  nic(stack, "raw", text, repeated);
  expect(found(RULE, stack)).toEqual([]);
});

test("a subnet that is not set, and blocks that Terraform makes, say nothing", () => {
  const stack = checkedStack();
  nic(stack, "unset", SUBNET_ID).addOverride("ip_configuration.0.subnet_id", null);
  nic(stack, "dynamic", "default").addOverride("dynamic.ip_configuration", { for_each: [], content: {} });
  nic(stack, "network", "${azurerm_virtual_network.v.name}");
  expect(found(RULE, stack)).toEqual([]);
});

test("a lazy text and one after an override are checked, and a mistake made twice is said once", () => {
  const stack = newStack();
  vm(stack, "lazy", Lazy.stringValue({ produce: () => "default" }));
  const twice = nic(stack, "twice", "default");
  twice.addOverride("ip_configuration.1", { name: "second", subnet_id: "default" });
  nic(stack, "overridden", SUBNET_ID).addOverride("ip_configuration.0.subnet_id", "default");
  expect(found(RULE, stack)).toHaveLength(3);
});

test("scale sets are checked, made and raw ones", () => {
  const stack = checkedStack();
  const given = { ...SCALE_SET, subnetId: "default" };
  new ScaleSet(stack, "uniform", { ...given, name: "vmss-a" });
  new OrchestratedScaleSet(stack, "flexible", { ...given, name: "vmss-b", skuName: SCALE_SET.sku });
  const networkInterface = [{ name: "nic", ipConfiguration: [{ name: "ip", subnetId: "default" }] }];
  new LinuxVirtualMachineScaleSet(stack, "raw-uniform", { ...RAW_SCALE_SET, networkInterface });
  new OrchestratedVirtualMachineScaleSet(stack, "raw-flexible", {
    ...GROUP,
    name: "vmss-raw",
    platformFaultDomainCount: 1,
    networkInterface,
  });
  const paths = ["flexible", "raw-flexible", "raw-uniform", "uniform"];
  expect(places(RULE, stack).sort()).toEqual(paths.map((path) => `error test/${path}`));
});

test("the network of another stack is no subnet either", () => {
  const app = newApp();
  const { id } = network(newStack("networks", app));
  vm(newStack("test", app), "vm", id);
  expect(found(RULE, prepared(app)).map(({ message }) => message.split("; ")[0])).toEqual([
    'subnet "${azurerm_virtual_network.network.id}" is the id of a virtual network',
  ]);
});
