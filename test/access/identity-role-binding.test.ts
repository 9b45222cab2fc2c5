import { AzurermProvider } from "@cdktf/provider-azurerm/lib/provider";
import { ResourceGroup } from "@cdktf/provider-azurerm/lib/resource-group";
import { RoleAssignment } from "@cdktf/provider-azurerm/lib/role-assignment";
import { RoleDefinition } from "@cdktf/provider-azurerm/lib/role-definition";
import { UserAssignedIdentity as RawIdentity } from "@cdktf/provider-azurerm/lib/user-assigned-identity";
import {
  Aspects,
  Fn,
  Lazy,
  TerraformCount,
  TerraformIterator,
  type TerraformStack,
  TerraformVariable,
  Testing,
} from "cdktf";
import {
  IdentityRoleBinding,
  type IdentityRoleBindingProps,
  Role,
  UserAssignedIdentity,
} from "cdktf-azure-identity";
import { addresses, overrideLogicalIds } from "../constructs";
import { findings, GROUP, GUID, newApp, newStack, SUBSCRIPTION, synthesized, written } from "../support";

const READER = "acdd72a7-3385-48ef-bd42-f606fba81ae7";
const IDENTITY = { principalId: GUID, tenantId: GUID };

function bound(props: Partial<IdentityRoleBindingProps>, stack = newStack()) {
  new IdentityRoleBinding(stack, "binding", {
    identity: IDENTITY,
    role: Role.builtIn("Reader"),
    scope: "/",
    ...props,
  });
  return synthesized(stack).resource.azurerm_role_assignment.binding;
}

test("it makes one role assignment that names principal, type of principal, role and scope, and leaves the name to azurerm", () => {
  expect(bound({ scope: `/subscriptions/${SUBSCRIPTION}` })).toEqual({
    principal_id: GUID,
    principal_type: "ServicePrincipal",
    role_definition_id: `/subscriptions/${SUBSCRIPTION}/providers/Microsoft.Authorization/roleDefinitions/${READER}`,
    scope: `/subscriptions/${SUBSCRIPTION}`,
  });
});

test("its address is that of the raw resource with the same id", () => {
  const [ours, raw] = [newStack(), newStack()];
  bound({}, ours);
  new RoleAssignment(raw, "binding", { principalId: GUID, scope: "/", roleDefinitionName: "Reader" });
  expect(addresses(ours)).toEqual(["azurerm_role_assignment.binding"]);
  expect(addresses(ours)).toEqual(addresses(raw));
});

test("the resource is the default child, and its logical id can be overridden", () => {
  const stack = newStack();
  const binding = new IdentityRoleBinding(stack, "binding", {
    identity: IDENTITY,
    role: Role.builtIn("Reader"),
    scope: "/",
  });
  expect(binding.node.defaultChild).toBe(binding.resource);
  overrideLogicalIds(stack, "binding");
  expect(addresses(stack)).toEqual(["azurerm_role_assignment.renamed_0"]);
});

describe("the id of the role has the prefix that Azure reports for the scope", () => {
  const suffix = `/providers/Microsoft.Authorization/roleDefinitions/${READER}`;

  test.each([
    [
      "a resource group",
      `/subscriptions/${SUBSCRIPTION}/resourceGroups/rg`,
      `/subscriptions/${SUBSCRIPTION}`,
    ],
    ["a management group", "/providers/Microsoft.Management/managementGroups/mg", ""],
    ["the root", "/", ""],
  ])("%s", (_, scope, prefix) => {
    expect(bound({ scope }).role_definition_id).toBe(prefix + suffix);
  });

  test("a scope that only Terraform knows", () => {
    const stack = newStack();
    const group = new ResourceGroup(stack, "group", { name: "rg", location: "westeurope" });
    expect(bound({ scope: group.id }, stack).role_definition_id).toBe(
      `\${try(regex("^/subscriptions/[^/]+", azurerm_resource_group.group.id), "")}${suffix}`,
    );
  });

  test("a scope with a variable in it", () => {
    const stack = newStack();
    const name = new TerraformVariable(stack, "name", { type: "string" }).stringValue;
    expect(
      bound({ scope: `/subscriptions/${SUBSCRIPTION}/resourceGroups/${name}` }, stack).role_definition_id,
    ).toBe(`/subscriptions/${SUBSCRIPTION}${suffix}`);
    expect(
      bound({ scope: `/subscriptions/${name}/resourceGroups/rg` }, newStackWithVariable()).role_definition_id,
    ).toBe(
      `\${try(regex("^/subscriptions/[^/]+", "/subscriptions/\${var.name}/resourceGroups/rg"), "")}${suffix}`,
    );
  });

  const setScope = (resource: RoleAssignment, scope: string) => {
    resource.scope = scope;
  };

  test.each([
    ["a setter", setScope],
    ["an override", (resource: RoleAssignment, scope: string) => resource.addOverride("scope", scope)],
    [
      "an aspect",
      (resource: RoleAssignment, scope: string) =>
        Aspects.of(resource).add({ visit: () => setScope(resource, scope) }),
    ],
  ])("%s that changes the scope later", (_, change) => {
    const stack = newStack();
    const { resource } = new IdentityRoleBinding(stack, "binding", {
      identity: IDENTITY,
      role: Role.builtIn("Reader"),
      scope: "/",
    });
    change(resource, `/subscriptions/${SUBSCRIPTION}`);
    expect(synthesized(stack).resource.azurerm_role_assignment.binding.role_definition_id).toBe(
      `/subscriptions/${SUBSCRIPTION}${suffix}`,
    );
  });
});

function newStackWithVariable() {
  const stack = newStack();
  new TerraformVariable(stack, "name", { type: "string" });
  return stack;
}

test("a role given by a token is passed on as it is", () => {
  const stack = newStack();
  const definition = new RoleDefinition(stack, "role", { name: "Orders", scope: "/subscriptions/x" });
  expect(
    bound({ role: Role.fromDefinitionId(definition.roleDefinitionResourceId) }, stack).role_definition_id,
  ).toBe("${azurerm_role_definition.role.role_definition_resource_id}");
});

test("a condition is sent in version 2.0, and a description is passed on", () => {
  expect(bound({ condition: "@Resource[x] StringEquals 'y'", description: "orders read" })).toMatchObject({
    condition: "@Resource[x] StringEquals 'y'",
    condition_version: "2.0",
    description: "orders read",
  });
});

test("forEach makes one binding per item", () => {
  const stack = newStack();
  const iterator = TerraformIterator.fromList([`/subscriptions/${SUBSCRIPTION}`]);
  const binding = bound({ forEach: iterator, scope: iterator.value }, stack);
  expect(binding).toMatchObject({
    for_each: `\${toset(["/subscriptions/${SUBSCRIPTION}"])}`,
    scope: "${each.value}",
    role_definition_id: `\${try(regex("^/subscriptions/[^/]+", each.value), "")}/providers/Microsoft.Authorization/roleDefinitions/${READER}`,
  });
  expect(findings(stack)).toEqual([]);
});

test("count makes as many bindings", () => {
  const stack = newStack();
  const wanted = new TerraformVariable(stack, "wanted", { type: "number" });
  expect(bound({ count: 1 }).count).toBe(1);
  expect(bound({ count: TerraformCount.of(wanted.numberValue) }, stack).count).toBe("${var.wanted}");
});

test("lifecycle, dependsOn and provider reach the role assignment", () => {
  const stack = newStack();
  const group = new ResourceGroup(stack, "group", { name: "rg", location: "westeurope" });
  const provider = new AzurermProvider(stack, "hub", { features: [{}], alias: "hub" });
  expect(bound({ lifecycle: { preventDestroy: true }, dependsOn: [group], provider }, stack)).toMatchObject({
    lifecycle: { prevent_destroy: true },
    depends_on: ["azurerm_resource_group.group"],
    provider: "azurerm.hub",
  });
});

test("other resources can refer to the binding and wait for it", () => {
  const stack = newStack();
  const binding = new IdentityRoleBinding(stack, "binding", {
    identity: IDENTITY,
    role: Role.builtIn("Reader"),
    scope: "/",
  });
  new ResourceGroup(stack, "later", {
    name: "rg",
    location: "westeurope",
    tags: { id: binding.id, name: binding.name },
    dependsOn: [binding],
  });
  expect(synthesized(stack).resource.azurerm_resource_group.later).toMatchObject({
    tags: { id: "${azurerm_role_assignment.binding.id}", name: "${azurerm_role_assignment.binding.name}" },
    depends_on: ["azurerm_role_assignment.binding"],
  });
});

test("principals may be variables, functions and lazy values", () => {
  const stack = newStack();
  const variable = new TerraformVariable(stack, "principal", { type: "string" });
  for (const [id, principalId] of Object.entries({
    variable: variable.stringValue,
    function: Fn.lower(variable.stringValue),
    lazy: Lazy.stringValue({ produce: () => GUID }),
  })) {
    new IdentityRoleBinding(stack, id, {
      identity: { ...IDENTITY, principalId },
      role: Role.builtIn("Reader"),
      scope: "/",
    });
  }
  const assignments = synthesized(stack).resource.azurerm_role_assignment;
  expect(
    Object.values(assignments).map((assignment) => (assignment as { principal_id: string }).principal_id),
  ).toEqual(["${lower(var.principal)}", GUID, "${var.principal}"]);
});

describe("across stacks", () => {
  test("the identity of one stack is bound in another", () => {
    const app = newApp();
    const [owner, user] = [newStack("owner", app), newStack("user", app)];
    const identity = new UserAssignedIdentity(owner, "identity", { ...GROUP, name: "id-orders" });
    const group = new ResourceGroup(user, "group", { name: "rg", location: "westeurope" });
    new IdentityRoleBinding(user, "binding", { identity, role: Role.builtIn("Reader"), scope: group.id });
    app.synth();
    expect(written(app, "user").resource.azurerm_role_assignment.binding.principal_id).toContain(
      "data.terraform_remote_state.cross-stack-reference-input-owner.outputs.",
    );
  });

  test("a binding that makes two stacks refer to each other is explained", () => {
    const app = newApp();
    const [owner, user] = [newStack("owner", app), newStack("user", app)];
    const identity = new UserAssignedIdentity(owner, "identity", { ...GROUP, name: "id-orders" });
    const group = new ResourceGroup(user, "group", { name: "rg", location: "westeurope" });
    new IdentityRoleBinding(user, "reads", { identity, role: Role.builtIn("Reader"), scope: group.id });
    identity.assignRole("writes", Role.builtIn("Contributor"), group.id);
    expect(() => app.synth()).toThrow(
      /\[user\/reads\] two stacks refer to each other.*write .*new IdentityRoleBinding\(this, "<id>", \{ identity, role, scope \}\) in that stack; cdktf says: Cannot add dependency/s,
    );
  });
});

describe("what a user sets on the resource comes first", () => {
  function resourceOf(stack = newStack()) {
    const identity = new UserAssignedIdentity(stack, "identity", { ...GROUP, name: "id-orders" });
    const props = { identity, role: Role.builtIn("Reader"), scope: "/" };
    return { stack, resource: new IdentityRoleBinding(stack, "binding", props).resource };
  }
  const saidOf = (stack: TerraformStack) => synthesized(stack).resource.azurerm_role_assignment.binding;

  test("nothing set, it is the identity and the role", () => {
    const { stack, resource } = resourceOf();
    const { principalIdInput, roleDefinitionIdInput } = resource;
    expect(saidOf(stack)).toMatchObject({
      principal_id: principalIdInput,
      role_definition_id: roleDefinitionIdInput,
    });
    expect(principalIdInput).toBe("${azurerm_user_assigned_identity.identity.principal_id}");
  });

  test("a principal and a role", () => {
    const { stack, resource } = resourceOf();
    resource.principalId = GUID;
    resource.roleDefinitionId = "of the user";
    expect(saidOf(stack)).toMatchObject({ principal_id: GUID, role_definition_id: "of the user" });
  });

  test("no role id, and a name instead", () => {
    const { stack, resource } = resourceOf();
    resource.resetRoleDefinitionId();
    resource.roleDefinitionName = "Reader";
    expect(saidOf(stack)).not.toHaveProperty("role_definition_id");
  });
});

test("HCL says what JSON says", () => {
  const stack = newStack();
  const identity = new UserAssignedIdentity(stack, "identity", { ...GROUP, name: "id-orders" });
  new IdentityRoleBinding(stack, "binding", { identity, role: Role.builtIn("Reader"), scope: "/" });
  const [, block = ""] =
    /"azurerm_role_assignment" "binding" (\{.*?\n\})/s.exec(Testing.synthHcl(stack)) ?? [];
  const said = Object.fromEntries(
    [...block.matchAll(/(\w+) += "(.*)"/g)].map(([, name, value]) => [name, value]),
  );
  expect(said).toEqual(synthesized(stack).resource.azurerm_role_assignment.binding);
});

test("a principal of a raw identity is a reference too", () => {
  const stack = newStack();
  const identity = new RawIdentity(stack, "identity", { ...GROUP, name: "id-orders" });
  const { principal_id } = bound({ identity }, stack);
  expect(principal_id).toBe("${azurerm_user_assigned_identity.identity.principal_id}");
});
