import { DataAzurermResourceGroup } from "@cdktf/provider-azurerm/lib/data-azurerm-resource-group";
import { FederatedIdentityCredential } from "@cdktf/provider-azurerm/lib/federated-identity-credential";
import { KeyVault } from "@cdktf/provider-azurerm/lib/key-vault";
import { ManagedDisk } from "@cdktf/provider-azurerm/lib/managed-disk";
import { ManagementLock } from "@cdktf/provider-azurerm/lib/management-lock";
import { NetworkInterface } from "@cdktf/provider-azurerm/lib/network-interface";
import { NetworkSecurityGroup } from "@cdktf/provider-azurerm/lib/network-security-group";
import { PublicIp } from "@cdktf/provider-azurerm/lib/public-ip";
import { ResourceGroup } from "@cdktf/provider-azurerm/lib/resource-group";
import { StorageAccount } from "@cdktf/provider-azurerm/lib/storage-account";
import { Subnet } from "@cdktf/provider-azurerm/lib/subnet";
import { VirtualNetwork } from "@cdktf/provider-azurerm/lib/virtual-network";
import { Lazy, TerraformCount, type TerraformStack } from "cdktf";
import { Vm } from "cdktf-azure-identity";
import { GROUP, GUID, newApp, newStack } from "../support";
import {
  checkedStack,
  found,
  IDENTITY_ID,
  LATE_TEXTS,
  places,
  prepared,
  RESOURCE_GROUP_ID,
  VM,
} from "./support";

const RULE = "resource-name";

type Make = (stack: TerraformStack, name: string) => unknown;

const MAKERS: Readonly<Record<string, Make>> = {
  disk: (stack, name) =>
    new ManagedDisk(stack, "it", {
      ...GROUP,
      name,
      createOption: "Empty",
      storageAccountType: "Standard_LRS",
      diskSizeGb: 1,
    }),
  credential: (stack, name) =>
    new FederatedIdentityCredential(stack, "it", {
      name,
      resourceGroupName: GROUP.resourceGroupName,
      parentId: IDENTITY_ID,
      issuer: "https://token.actions.githubusercontent.com",
      subject: "repo:a/b:ref:refs/heads/main",
      audience: ["api://AzureADTokenExchange"],
    }),
  group: (stack, name) => new ResourceGroup(stack, "it", { name, location: GROUP.location }),
  lock: (stack, name) =>
    new ManagementLock(stack, "it", { name, scope: RESOURCE_GROUP_ID, lockLevel: "CanNotDelete" }),
  network: (stack, name) => new VirtualNetwork(stack, "it", { ...GROUP, name, addressSpace: ["10.0.0.0/8"] }),
  nic: (stack, name) =>
    new NetworkInterface(stack, "it", {
      ...GROUP,
      name,
      ipConfiguration: [{ name: "internal", privateIpAddressAllocation: "Dynamic" }],
    }),
  nsg: (stack, name) => new NetworkSecurityGroup(stack, "it", { ...GROUP, name }),
  publicIp: (stack, name) => new PublicIp(stack, "it", { ...GROUP, name, allocationMethod: "Static" }),
  storage: (stack, name) =>
    new StorageAccount(stack, "it", {
      ...GROUP,
      name,
      accountTier: "Standard",
      accountReplicationType: "LRS",
    }),
  subnet: (stack, name) =>
    new Subnet(stack, "it", {
      name,
      resourceGroupName: GROUP.resourceGroupName,
      virtualNetworkName: "vnet",
      addressPrefixes: ["10.0.0.0/24"],
    }),
  vault: (stack, name) => new KeyVault(stack, "it", { ...GROUP, name, tenantId: GUID, skuName: "standard" }),
};

/** Per kind the names that work, and those that do not. */
const NAMES: Readonly<Record<string, { readonly good: readonly string[]; readonly bad: readonly string[] }>> =
  {
    disk: { good: ["a", "disk-1.data_", "d".repeat(80)], bad: ["", "disk-", "_disk", "a b", "d".repeat(81)] },
    credential: { good: ["abc", "main_", "c".repeat(120)], bad: ["ab", "-main", "a.b.c", "c".repeat(121)] },
    group: { good: ["a", ".rg(1)-", "r".repeat(90)], bad: ["", "rg.", "größe", "rg a", "r".repeat(91)] },
    lock: {
      good: ["a", "do not delete (ever).", "l".repeat(259)],
      bad: ["", "a/b", "a:b", "a\n", "l".repeat(260)],
    },
    network: { good: ["ab", "vnet.west_", "v".repeat(64)], bad: ["a", "vnet-", "v".repeat(65)] },
    nic: {
      good: ["a", "_nic", "nic.1-a_", "n".repeat(80)],
      bad: ["", "-nic", "nic-", "a b", "n".repeat(81)],
    },
    nsg: { good: ["nsg-orders"], bad: ["nsg."] },
    publicIp: { good: ["pip-orders"], bad: ["pip#1"] },
    storage: { good: ["abc", "1storders", "s".repeat(24)], bad: ["ab", "St", "st-orders", "s".repeat(25)] },
    subnet: { good: ["GatewaySubnet", "snet-orders"], bad: [".snet"] },
    vault: {
      good: ["kv1", "kv-orders-1", "k".repeat(24)],
      bad: ["kv", "1kv", "kv-", "kv--a", "kv_a", "k".repeat(25)],
    },
  };

const cases = (which: "good" | "bad") =>
  Object.entries(NAMES).flatMap(([kind, names]) => names[which].map((name) => [kind, name] as const));

test("every kind has names to try", () => {
  expect(Object.keys(NAMES)).toEqual(Object.keys(MAKERS));
});

test.each(cases("good"))("a %s may be called %j", (kind, name) => {
  const stack = checkedStack();
  MAKERS[kind]?.(stack, name);
  expect(found(RULE, stack)).toEqual([]);
});

test.each(cases("bad"))("a raw %s called %j is an error", (kind, name) => {
  const stack = checkedStack();
  MAKERS[kind]?.(stack, name);
  expect(places(RULE, stack)).toEqual(["error test/it"]);
});

test("the message says what kind of resource it is, what is allowed and a name that would do", () => {
  const stack = checkedStack();
  MAKERS.nic?.(stack, "nic orders-");
  expect(found(RULE, stack)).toEqual([
    {
      rule: RULE,
      level: "error",
      stack: "test",
      path: "test/it",
      address: "azurerm_network_interface.it",
      message:
        'network interface name "nic orders-" contains " " and ends with "-"; allowed are 1-80 of A-Z a-z 0-9 . _ -, ' +
        'first and last a letter, digit or _; change the name, for example to "nic-orders"',
    },
  ]);
});

test("what a construct makes along with a machine is checked as well", () => {
  const stack = newStack();
  const { networkInterfaceIds: _, ...machine } = VM;
  const subnetId = "${azurerm_subnet.orders.id}";
  new Vm(stack, "vm", { ...machine, name: `vm-${"a".repeat(77)}`, subnetId, publicIpAddressEnabled: true });
  expect(places(RULE, stack)).toEqual(["error test/vm/public-ip", "error test/vm/nic"]);
});

test.each(LATE_TEXTS)("%s as a name says nothing", (_, make) => {
  const stack = checkedStack();
  const { text, repeated } = make(stack, "storders");
  const config = {
    ...GROUP,
    name: text,
    accountTier: "Standard",
    accountReplicationType: "LRS",
    ...repeated,
  };
  new StorageAccount(stack, "raw", config);
  expect(found(RULE, stack)).toEqual([]);
});

test("the certain part of a name is checked, and so is a lazy one", () => {
  const stack = checkedStack();
  const group = (id: string, name: string) => new ResourceGroup(stack, id, { name, location: "westeurope" });
  group("partly", "rg orders ${local.text}");
  group("end", "${local.text}.");
  group("lazy", Lazy.stringValue({ produce: () => "rg orders" }));
  expect(places(RULE, stack)).toEqual(["error test/partly", "error test/end", "error test/lazy"]);
});

test("the name counts that a resource has after overrides and setters, counted or not", () => {
  const stack = checkedStack();
  const group = (id: string, name: string) => new ResourceGroup(stack, id, { name, location: "westeurope" });
  group("mended", "rg.").addOverride("name", "rg");
  group("reset", "rg.").name = "rg-b";
  group("overridden", "rg-c").addOverride("name", "rg.");
  group("set", "rg-d").name = "rg.";
  group("counted", "rg.").count = TerraformCount.of(2);
  expect(places(RULE, stack)).toEqual(["error test/overridden", "error test/set", "error test/counted"]);
});

test("a data source looks for what is there already", () => {
  const stack = checkedStack();
  new DataAzurermResourceGroup(stack, "lookup", { name: "größe" });
  expect(found(RULE, stack)).toEqual([]);
});

test("a name taken from a resource of another stack is checked where it is used", () => {
  const app = newApp();
  const group = new ResourceGroup(newStack("groups", app), "group", { name: "rg-a", location: "westeurope" });
  MAKERS.storage?.(checkedStack("test", app), group.name);
  expect(places(RULE, prepared(app))).toEqual(["error test/it"]);
});
