import { AzurermProvider } from "@cdktf/provider-azurerm/lib/provider";
import { ResourceGroup } from "@cdktf/provider-azurerm/lib/resource-group";
import { CustomRole, type CustomRoleProps, IdentityRoleBinding, Role, Scope } from "cdktf-azure-identity";
import { addresses, overrideLogicalIds } from "../constructs";
import { GUID, newStack, SUBSCRIPTION, synthesized } from "../support";

const PROPS: CustomRoleProps = {
  name: "Orders Operator",
  scope: Scope.subscription(SUBSCRIPTION),
  actions: ["Microsoft.Compute/virtualMachines/restart/action"],
};
const IDENTITY = { principalId: GUID, tenantId: GUID };

test("it makes one role definition at the address of the raw resource", () => {
  const stack = newStack();
  const role = new CustomRole(stack, "operator", {
    ...PROPS,
    notActions: ["a"],
    dataActions: ["b"],
    notDataActions: ["c"],
    assignableScopes: ["/subscriptions/x"],
    description: "restarts machines",
  });
  expect(role.node.defaultChild).toBe(role.resource);
  expect(addresses(stack)).toEqual(["azurerm_role_definition.operator"]);
  expect(synthesized(stack).resource.azurerm_role_definition.operator).toEqual({
    name: "Orders Operator",
    scope: `/subscriptions/${SUBSCRIPTION}`,
    permissions: [
      { actions: PROPS.actions, not_actions: ["a"], data_actions: ["b"], not_data_actions: ["c"] },
    ],
    assignable_scopes: ["/subscriptions/x"],
    description: "restarts machines",
  });
});

test("bindings refer to the definition, with the prefix that Azure reports for their scope", () => {
  const stack = newStack();
  const { role } = new CustomRole(stack, "operator", PROPS);
  const group = new ResourceGroup(stack, "group", { name: "rg", location: "westeurope" });
  const guid = "${basename(azurerm_role_definition.operator.role_definition_resource_id)}";
  const scopes: [string, string][] = [
    [`/subscriptions/${SUBSCRIPTION}/resourceGroups/rg`, `/subscriptions/${SUBSCRIPTION}`],
    [Scope.managementGroup("corp"), ""],
    [group.id, '${try(regex("^/subscriptions/[^/]+", azurerm_resource_group.group.id), "")}'],
  ];
  for (const [at, [scope]] of scopes.entries()) {
    new IdentityRoleBinding(stack, `binding-${at}`, { identity: IDENTITY, role, scope });
  }
  const assignments = synthesized(stack).resource.azurerm_role_assignment;
  for (const [at, [, prefix]] of scopes.entries()) {
    expect(assignments[`binding-${at}`].role_definition_id).toBe(
      `${prefix}/providers/Microsoft.Authorization/roleDefinitions/${guid}`,
    );
  }
});

test("its logical id can be overridden right after construction, and bindings follow", () => {
  const stack = newStack();
  const { role } = new CustomRole(stack, "operator", PROPS);
  new IdentityRoleBinding(stack, "binding", { identity: IDENTITY, role, scope: "/" });
  overrideLogicalIds(stack, "operator");
  expect(synthesized(stack).resource.azurerm_role_assignment.binding.role_definition_id).toContain(
    "azurerm_role_definition.renamed_0.role_definition_resource_id",
  );
});

test("lifecycle, dependsOn and provider reach the role definition", () => {
  const stack = newStack();
  const group = new ResourceGroup(stack, "group", { name: "rg", location: "westeurope" });
  const provider = new AzurermProvider(stack, "hub", { features: [{}], alias: "hub" });
  new CustomRole(stack, "operator", {
    ...PROPS,
    lifecycle: { preventDestroy: true },
    dependsOn: [group],
    provider,
  });
  expect(synthesized(stack).resource.azurerm_role_definition.operator).toMatchObject({
    lifecycle: { prevent_destroy: true },
    depends_on: ["azurerm_resource_group.group"],
    provider: "azurerm.hub",
  });
});

test("other resources can refer to the role and wait for it", () => {
  const stack = newStack();
  const role = new CustomRole(stack, "operator", PROPS);
  new ResourceGroup(stack, "later", {
    name: role.name,
    location: "x",
    tags: { id: role.id },
    dependsOn: [role],
  });
  expect(synthesized(stack).resource.azurerm_resource_group.later).toEqual({
    name: "${azurerm_role_definition.operator.name}",
    location: "x",
    tags: { id: "${azurerm_role_definition.operator.role_definition_resource_id}" },
    depends_on: ["azurerm_role_definition.operator"],
  });
});

test("a role of the tenant is bound by its name", () => {
  const stack = newStack();
  new IdentityRoleBinding(stack, "binding", {
    identity: IDENTITY,
    role: Role.fromName("Orders Operator"),
    scope: "/",
  });
  const { binding } = synthesized(stack).resource.azurerm_role_assignment;
  expect(binding.role_definition_name).toBe("Orders Operator");
  expect(binding.role_definition_id).toBeUndefined();
});

test("a role without name and scope says both, and makes nothing", () => {
  const stack = newStack();
  const unset = { ...PROPS, name: undefined, scope: undefined } as unknown as CustomRoleProps;
  for (const props of [unset, undefined as unknown as CustomRoleProps]) {
    expect(() => new CustomRole(stack, "operator", props)).toThrow(
      /^\[test\/operator\] name is not given; allowed is a display name; [^\n]+\n {2}scope is not given; allowed is a subscription/,
    );
  }
  expect(stack.node.tryFindChild("operator")).toBeUndefined();
});
