import { LinuxVirtualMachine } from "@cdktf/provider-azurerm/lib/linux-virtual-machine";
import { RoleAssignment, type RoleAssignmentConfig } from "@cdktf/provider-azurerm/lib/role-assignment";
import {
  type App,
  Fn,
  type ITerraformIterator,
  Lazy,
  TerraformCount,
  TerraformIterator,
  TerraformStack,
  TerraformVariable,
} from "cdktf";
import {
  OperatingSystem,
  type ScaleSetProps,
  UserAssignedIdentity,
  type VmProps,
} from "cdktf-azure-identity";
import type { Finding } from "../../lib/rules/finding";
import { exported, findings, GROUP, GUID, newApp, newStack, SSH_KEY, SUBSCRIPTION } from "../support";

export const RESOURCE_GROUP_ID = `/subscriptions/${SUBSCRIPTION}/resourceGroups/rg-orders`;
export const IDENTITY_ID = `${RESOURCE_GROUP_ID}/providers/Microsoft.ManagedIdentity/userAssignedIdentities/id-orders`;
export const READER_ID = `/subscriptions/${SUBSCRIPTION}/providers/Microsoft.Authorization/roleDefinitions/acdd72a7-3385-48ef-bd42-f606fba81ae7`;

export const VM: VmProps = {
  ...GROUP,
  name: "vm-orders",
  size: "Standard_B2s",
  networkInterfaceIds: [`${RESOURCE_GROUP_ID}/providers/Microsoft.Network/networkInterfaces/nic`],
  operatingSystem: OperatingSystem.linux({ adminUsername: "azureuser", sshPublicKey: SSH_KEY }),
};

export const RAW_VM = {
  ...GROUP,
  name: "vm-raw",
  size: "Standard_B2s",
  networkInterfaceIds: VM.networkInterfaceIds as string[],
  osDisk: { caching: "ReadWrite", storageAccountType: "StandardSSD_LRS" },
};

export const SCALE_SET: ScaleSetProps = {
  ...GROUP,
  name: "vmss-orders",
  sku: "Standard_B2s",
  instances: 2,
  subnetId: `${RESOURCE_GROUP_ID}/providers/Microsoft.Network/virtualNetworks/vnet/subnets/machines`,
  operatingSystem: VM.operatingSystem,
};

export const RAW_SCALE_SET = {
  ...GROUP,
  name: "vmss-raw",
  sku: "Standard_B2s",
  adminUsername: "azureuser",
  networkInterface: [{ name: "nic", primary: true, ipConfiguration: [{ name: "internal" }] }],
  osDisk: RAW_VM.osDisk,
};

/** A stack that is checked because it holds a construct of the library, which none of the rules objects to. */
export function checkedStack(id = "test", app = newApp()): TerraformStack {
  const stack = newStack(id, app);
  exported(new UserAssignedIdentity(stack, "ours", { ...GROUP, name: `id-ours-${id}` }));
  return stack;
}

/** A raw role assignment that no rule objects to, unless told otherwise. */
export function rawBinding(
  stack: TerraformStack,
  id: string,
  config: Partial<RoleAssignmentConfig> = {},
): RoleAssignment {
  return new RoleAssignment(stack, id, {
    scope: RESOURCE_GROUP_ID,
    principalId: GUID,
    roleDefinitionId: READER_ID,
    ...config,
  });
}

/** A raw machine with an identity block. */
export function rawVm(
  stack: TerraformStack,
  id: string,
  identity: { readonly type: string; readonly identityIds?: string[] },
): LinuxVirtualMachine {
  return new LinuxVirtualMachine(stack, id, { ...RAW_VM, name: `${stack.node.id}-${id}`, identity });
}

/** What one rule finds. */
export function found(rule: string, target: App | TerraformStack): Finding[] {
  return findings(target).filter((finding) => finding.rule === rule);
}

/** Construct paths at which one rule finds something, each with the level. */
export function places(rule: string, target: App | TerraformStack): string[] {
  return found(rule, target).map(({ level, path }) => `${level} ${path}`);
}

/** The app with the references between its stacks resolved, as `app.synth()` has them. */
export function prepared(app: App): App {
  for (const stack of app.node.findAll().filter(TerraformStack.isStack)) stack.prepareStack();
  return app;
}

/** A text that nobody knows when the stack is checked, and what the resource that uses it needs beside it. */
export interface LateText {
  readonly text: string;
  readonly repeated: { readonly forEach?: ITerraformIterator; readonly count?: TerraformCount };
}

type LateKind = readonly [kind: string, make: (stack: TerraformStack, legal: string) => LateText];

/** Ways to give an argument of which a check at synth must not say that it is wrong. */
export const LATE_TEXTS: readonly LateKind[] = [
  ["a Terraform variable", (stack) => once(variable(stack))],
  ["a lazy legal text", (_, legal) => once(Lazy.stringValue({ produce: () => legal }))],
  ["a Terraform function", (stack) => once(Fn.lower(variable(stack)))],
  ["an item of an iterator", iterated],
  ["a raw expression", () => once("${local.text}")],
  ["a legal text with a raw expression", (_, legal) => once(`${legal}\${local.text}`)],
  ["a legal text with a count index", counted],
];

function once(text: string): LateText {
  return { text, repeated: {} };
}

function variable(stack: TerraformStack): string {
  return new TerraformVariable(stack, "text", { type: "string" }).stringValue;
}

function iterated(): LateText {
  const iterator = TerraformIterator.fromList(["a", "b"]);
  return { text: iterator.value, repeated: { forEach: iterator } };
}

function counted(_: TerraformStack, legal: string): LateText {
  const count = TerraformCount.of(2);
  return { text: `${legal}n${count.index}`, repeated: { count } };
}
