import { NetworkInterface } from "@cdktf/provider-azurerm/lib/network-interface";
import { VirtualNetwork } from "@cdktf/provider-azurerm/lib/virtual-network";
import type { TerraformStack } from "cdktf";
import { ScaleSet, Vm } from "cdktf-azure-identity";
import { PLACE, SUBNET_ID, VM_PROPS } from "./parts";
import type { Theme } from "./small-stack";

function own(stack: TerraformStack, subnetId: string): void {
  const { networkInterfaceIds: _, ...props } = VM_PROPS;
  new Vm(stack, "vm", { ...props, subnetId });
}

function raw(stack: TerraformStack, subnetId: string): void {
  new NetworkInterface(stack, "nic", {
    ...PLACE,
    name: "nic-orders",
    ipConfiguration: [{ name: "ip", privateIpAddressAllocation: "Dynamic", subnetId }],
  });
}

const rules = ["error subnet-id"] as const;

export const SUBNETS: Theme = {
  title: "Subnets of machines",
  file: "subnets.ts",
  stacks: [
    {
      title: "a Vm is given the id of a subnet",
      build: (stack) => own(stack, SUBNET_ID),
    },
    {
      title: "a Vm is given the name of a subnet",
      rules,
      terraform: 'fails at validate: parsing "default": parsing the Subnet ID',
      build: (stack) => own(stack, "default"),
    },
    {
      title: "a Vm is given an empty text as its subnet",
      rules,
      terraform: 'fails at validate: parsing "": parsing the Subnet ID',
      build: (stack) => own(stack, ""),
    },
    {
      title: "a raw network interface is in a subnet whose id has another case",
      rules,
      terraform: "fails at validate: parsing ...: parsing the Subnet ID",
      build: (stack) => raw(stack, SUBNET_ID.replace("resourceGroups", "resourcegroups")),
    },
    {
      title: "a raw network interface is given the virtual network that the stack makes",
      rules,
      terraform: "fails at apply: parsing ...: parsing the Subnet ID",
      build: (stack) => {
        const made = new VirtualNetwork(stack, "net", {
          ...PLACE,
          name: "vnet-a",
          addressSpace: ["10.0.0.0/16"],
        });
        raw(stack, made.id);
      },
    },
    {
      title: "a scale set is given the name of a subnet",
      rules,
      terraform: 'fails at validate: parsing "default": parsing the Subnet ID',
      build: (stack) => {
        const { size: sku, operatingSystem } = VM_PROPS;
        new ScaleSet(stack, "set", {
          ...PLACE,
          name: "vmss-orders",
          sku,
          instances: 1,
          operatingSystem,
          subnetId: "default",
        });
      },
    },
  ],
};
