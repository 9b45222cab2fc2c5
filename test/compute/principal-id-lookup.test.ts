import { AzurermProvider } from "@cdktf/provider-azurerm/lib/provider";
import { TerraformOutput } from "cdktf";
import { Role, VmWithSystemIdentity } from "cdktf-azure-identity";
import { accessMatrix } from "cdktf-azure-identity/testing";
import { addresses, overrideLogicalIds } from "../constructs";
import { VM } from "../rules/support";
import { findings, GROUP, newApp, newStack, synthesized } from "../support";

const PROPS = { ...VM, principalIdLookupEnabled: true };

test("without the option the principal id is that of the machine, and nothing else is made", () => {
  const stack = newStack();
  const vm = new VmWithSystemIdentity(stack, "vm", VM);
  expect(vm.principalIdLookup).toBeUndefined();
  expect(addresses(stack)).toEqual(["azurerm_linux_virtual_machine.vm"]);
});

test("with it the machine is looked up by arguments that all come from one stored value", () => {
  const stack = newStack();
  const vm = new VmWithSystemIdentity(stack, "vm", PROPS);
  new TerraformOutput(stack, "principal", { value: vm.principalId });
  new TerraformOutput(stack, "tenant", { value: vm.tenantId });
  const { data, resource, output } = synthesized(stack);
  expect(data.azurerm_virtual_machine).toEqual({
    "vm_principal-id-lookup_2A3DF4FB": {
      name: "${terraform_data.vm_principal-id-lookup-input_A4A85D41.output.name}",
      resource_group_name:
        "${terraform_data.vm_principal-id-lookup-input_A4A85D41.output.resource_group_name}",
    },
  });
  expect(resource.terraform_data["vm_principal-id-lookup-input_A4A85D41"]).toEqual({
    input: {
      id: "${azurerm_linux_virtual_machine.vm.id}",
      name: "${azurerm_linux_virtual_machine.vm.name}",
      resource_group_name: "${azurerm_linux_virtual_machine.vm.resource_group_name}",
      has_system_identity:
        '${strcontains(try(azurerm_linux_virtual_machine.vm.identity[0].type, ""), "SystemAssigned")}',
    },
  });
  const attribute = "data.azurerm_virtual_machine.vm_principal-id-lookup_2A3DF4FB.identity[0]";
  expect(output.principal.value).toBe(`\${${attribute}.principal_id}`);
  expect(output.tenant.value).toBe(`\${${attribute}.tenant_id}`);
  expect(findings(stack)).toEqual([]);
});

test("addresses are the same whether the principal id is used or not", () => {
  const [used, unused] = [newStack(), newStack()];
  new VmWithSystemIdentity(unused, "vm", PROPS);
  new TerraformOutput(used, "principal", { value: new VmWithSystemIdentity(used, "vm", PROPS).principalId });
  expect(addresses(used)).toEqual(addresses(unused));
  expect(addresses(used)).toEqual([
    "azurerm_linux_virtual_machine.vm",
    "data.azurerm_virtual_machine.vm_principal-id-lookup_2A3DF4FB",
    "terraform_data.vm_principal-id-lookup-input_A4A85D41",
  ]);
});

test("the logical id of every child can be overridden right after construction, and references follow", () => {
  const stack = newStack();
  new VmWithSystemIdentity(stack, "vm", PROPS).assignRole("reads", Role.builtIn("Reader"), "/");
  const [machine, stored, lookup, binding] = overrideLogicalIds(stack, "vm");
  const { data, resource } = synthesized(stack);
  expect(resource.terraform_data[stored as string].input.name).toBe(
    `\${azurerm_linux_virtual_machine.${machine}.name}`,
  );
  expect(data.azurerm_virtual_machine[lookup as string].name).toBe(
    `\${terraform_data.${stored}.output.name}`,
  );
  expect(resource.azurerm_role_assignment[binding as string].principal_id).toBe(
    `\${data.azurerm_virtual_machine.${lookup}.identity[0].principal_id}`,
  );
});

test("the look-up goes through the provider of the machine", () => {
  const stack = newStack();
  const provider = new AzurermProvider(stack, "hub", { features: [{}], alias: "hub" });
  new VmWithSystemIdentity(stack, "vm", { ...PROPS, provider });
  const { data, resource } = synthesized(stack);
  expect(Object.values(data.azurerm_virtual_machine)).toEqual([
    expect.objectContaining({ provider: "azurerm.hub" }),
  ]);
  expect(Object.values(resource.terraform_data)).toEqual([
    expect.not.objectContaining({ provider: expect.anything() }),
  ]);
});

test("reports name the machine, not the look-up", () => {
  const stack = newStack();
  new VmWithSystemIdentity(stack, "vm", PROPS).assignRole("reads", Role.builtIn("Reader"), "/");
  expect(accessMatrix(stack)).toContain("vm-orders (test/vm), system-assigned  Reader");
});

test("HCL has the same", () => {
  const app = newApp();
  const stack = newStack("hcl", app);
  new VmWithSystemIdentity(stack, "vm", { ...PROPS, ...GROUP });
  const { hcl } = stack.toHclTerraform() as { hcl: string };
  expect(hcl).toContain('resource "terraform_data" "vm_principal-id-lookup-input_A4A85D41" {');
  expect(hcl).toContain('name = "${azurerm_linux_virtual_machine.vm.name}"');
});
