import { ResourceGroup } from "@cdktf/provider-azurerm/lib/resource-group";
import { VirtualNetwork } from "@cdktf/provider-azurerm/lib/virtual-network";
import type { TerraformStack } from "cdktf";
import { IdentityVerification, Scope } from "cdktf-azure-identity";
import { GROUP, GUID, newStack } from "../support";
import { found, LATE_TEXTS, RESOURCE_GROUP_ID } from "./support";

const RULE = "verified-scope";
const MACHINE_ID = `${RESOURCE_GROUP_ID}/providers/Microsoft.Compute/virtualMachines/vm`;

function verify(stack: TerraformStack, scope: string, apiVersion?: string, id = "check") {
  return new IdentityVerification(stack, id, {
    virtualMachine: { id: MACHINE_ID },
    osType: "Linux",
    location: "westeurope",
    identity: { principalId: GUID, tenantId: GUID },
    scope,
    ...(apiVersion ? { apiVersion } : {}),
  });
}

const networkIn = (stack: TerraformStack) =>
  new VirtualNetwork(stack, "network", { ...GROUP, name: "vnet", addressSpace: ["10.0.0.0/16"] });

test("groups and subscriptions need no version, and a resource with one is fine", () => {
  const stack = newStack();
  verify(stack, new ResourceGroup(stack, "group", { name: "rg", location: "westeurope" }).id, undefined, "a");
  verify(stack, Scope.currentSubscription(stack), undefined, "b");
  verify(stack, networkIn(stack).id, "2024-05-01", "c");
  expect(found(RULE, stack)).toEqual([]);
});

test("a resource without a version is an error that says the fix", () => {
  const stack = newStack();
  verify(stack, networkIn(stack).id);
  expect(found(RULE, stack)).toEqual([
    {
      rule: RULE,
      level: "error",
      stack: "test",
      path: "test/check",
      address: "azurerm_virtual_machine_run_command.check",
      message:
        'scope "${azurerm_virtual_network.network.id}" is a resource, and how to read it is not said; allowed are groups ' +
        "and subscriptions, or a resource with the version of its API; set apiVersion, or check its resource group",
    },
  ]);
});

test("a scope that becomes the id of a resource by an override is seen too", () => {
  const stack = newStack();
  const { resource } = verify(stack, RESOURCE_GROUP_ID);
  resource.addOverride("parameter.0.value", MACHINE_ID);
  expect(found(RULE, stack)).toHaveLength(1);
});

test.each(LATE_TEXTS)("%s as the scope says nothing", (_, make) => {
  const stack = newStack();
  verify(stack, make(stack, RESOURCE_GROUP_ID).text);
  expect(found(RULE, stack)).toEqual([]);
});
