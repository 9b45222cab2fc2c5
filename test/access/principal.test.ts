import { AzurermProvider } from "@cdktf/provider-azurerm/lib/provider";
import { Lazy, type TerraformStack, TerraformVariable } from "cdktf";
import {
  type IPrincipal,
  Principal,
  PrincipalRoleBinding,
  type PrincipalRoleBindingProps,
  Role,
  UserAssignedIdentity,
} from "cdktf-azure-identity";
import { accessMatrix } from "cdktf-azure-identity/testing";
import { addresses, overrideLogicalIds } from "../constructs";
import { findings, GROUP, GUID, newApp, newStack, SUBSCRIPTION, synthesized } from "../support";

const SCOPE = `/subscriptions/${SUBSCRIPTION}`;
const READER = `${SCOPE}/providers/Microsoft.Authorization/roleDefinitions/acdd72a7-3385-48ef-bd42-f606fba81ae7`;

const identityIn = (stack: TerraformStack) =>
  new UserAssignedIdentity(stack, "identity", { ...GROUP, name: "id-orders" });

function bound(principal: IPrincipal, stack = newStack(), props: Partial<PrincipalRoleBindingProps> = {}) {
  new PrincipalRoleBinding(stack, "binding", {
    principal,
    role: Role.builtIn("Reader"),
    scope: SCOPE,
    ...props,
  });
  return synthesized(stack).resource.azurerm_role_assignment.binding;
}

test.each([
  ["user", "User"],
  ["group", "Group"],
  ["servicePrincipal", "ServicePrincipal"],
] as const)("a %s gets a role as what it is", (kind, type) => {
  expect(bound(Principal[kind](GUID))).toEqual({
    principal_id: GUID,
    principal_type: type,
    role_definition_id: READER,
    scope: SCOPE,
  });
});

test("an identity is a service principal, given as it is or as a principal", () => {
  const [stack, other] = [newStack(), newStack()];
  const expected = {
    principal_id: "${azurerm_user_assigned_identity.identity.principal_id}",
    principal_type: "ServicePrincipal",
  };
  expect(bound(identityIn(stack), stack)).toMatchObject(expected);
  expect(bound(Principal.managedIdentity(identityIn(other)), other)).toMatchObject(expected);
});

test("tokens pass, and are taken as they are when the stack is synthesized", () => {
  const stack = newStack();
  const variable = new TerraformVariable(stack, "ops", { type: "string" });
  expect(bound(Principal.group(variable.stringValue), stack).principal_id).toBe("${var.ops}");
  const lazy = Lazy.stringValue({ produce: () => GUID });
  expect(bound(Principal.user(lazy)).principal_id).toBe(GUID);
  expect(bound(Principal.user("${local.ops}")).principal_id).toBe("${local.ops}");
});

test.each([
  ["user", "ana@contoso.com", 'pass what "az ad user show --id <name> --query id" says'],
  ["group", "ops", 'pass what "az ad group show --group <name> --query id" says'],
  ["servicePrincipal", "", 'pass what "az ad sp show --id <client id> --query id" says'],
  ["group", "azuread_group.ops.object_id", 'as a reference it is written "${azuread_group.ops.object_id}"'],
] as const)('a %s by "%s" is an error that names the fix', (kind, objectId, fix) => {
  const noun = kind === "servicePrincipal" ? "service principal" : kind;
  expect(() => Principal[kind](objectId)).toThrow(
    `object id of a ${noun} is "${objectId}"; allowed is its object id in Entra, ` +
      `xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx; ${fix}`,
  );
});

test.each(["user", "group", "servicePrincipal"] as const)("a %s without an object id is an error", (kind) => {
  const unset = undefined as unknown as string;
  expect(() => Principal[kind](unset)).toThrow(
    /^object id of a [a-z ]+ is not given; allowed is its object id/,
  );
});

test("what the rules check of a role assignment they check of the binding", () => {
  const stack = newStack();
  bound({ principalId: "ops", principalType: "Group" }, stack);
  const identity = identityIn(stack);
  const role = Role.builtIn("Owner");
  const props = { role, scope: SCOPE };
  new PrincipalRoleBinding(stack, "owner", {
    ...props,
    principal: Principal.servicePrincipal(GUID),
  });
  new PrincipalRoleBinding(stack, "owners", {
    ...props,
    principal: Principal.group(GUID),
  });
  new PrincipalRoleBinding(stack, "wrong", {
    principal: Principal.group(identity.principalId),
    role: Role.builtIn("Reader"),
    scope: SCOPE,
  });
  expect(findings(stack).map(({ rule, level, path }) => [rule, level, path])).toEqual(
    expect.arrayContaining([
      ["principal-id-format", "error", "test/binding"],
      ["privileged-role", "error", "test/owner"],
      ["principal-type", "error", "test/wrong"],
    ]),
  );
  expect(
    findings(stack)
      .filter(({ path }) => path === "test/owners")
      .map(({ rule }) => rule),
  ).not.toContain("privileged-role");
});

test("condition, description, lifecycle and the rest reach the role assignment", () => {
  const extra = {
    condition: "true",
    description: "why",
    lifecycle: { preventDestroy: true },
  };
  expect(bound(Principal.user(GUID), newStack(), extra)).toMatchObject({
    condition: "true",
    condition_version: "2.0",
    description: "why",
    lifecycle: { prevent_destroy: true },
  });
});

test("its logical id can be overridden, and it has the address of the raw resource", () => {
  const stack = newStack();
  const binding = new PrincipalRoleBinding(stack, "binding", {
    principal: Principal.user(GUID),
    role: Role.builtIn("Reader"),
    scope: SCOPE,
  });
  expect(binding.node.defaultChild).toBe(binding.resource);
  expect(addresses(stack)).toEqual(["azurerm_role_assignment.binding"]);
  const other = newStack();
  new PrincipalRoleBinding(other, "binding", {
    principal: Principal.managedIdentity(identityIn(other)),
    role: Role.builtIn("Reader"),
    scope: SCOPE,
  });
  overrideLogicalIds(other, "identity");
  expect(synthesized(other).resource.azurerm_role_assignment.binding.principal_id).toBe(
    "${azurerm_user_assigned_identity.renamed_0.principal_id}",
  );
});

test("an identity of another stack is referred to across stacks", () => {
  const app = newApp();
  const identity = identityIn(newStack("first", app));
  const second = newStack("second", app);
  new PrincipalRoleBinding(second, "binding", {
    principal: Principal.managedIdentity(identity),
    role: Role.builtIn("Reader"),
    scope: SCOPE,
  });
  app.synth();
  expect(second.dependencies.map(({ node }) => node.id)).toEqual(["first"]);
});

describe("what others may do with an identity", () => {
  test("is a binding below it, on its own id, to whoever it is", () => {
    const stack = newStack();
    const identity = identityIn(stack);
    identity.allowAssignmentBy("deployer", Principal.servicePrincipal(GUID));
    identity.allowManagementBy("ops", Principal.group(GUID));
    identity.allow("auditors", Role.builtIn("Reader"), Principal.user(GUID));
    const bindings = synthesized(stack).resource.azurerm_role_assignment;
    expect(addresses(stack)).toEqual([
      "azurerm_role_assignment.identity_auditors_9A315924",
      "azurerm_role_assignment.identity_deployer_CEE591D0",
      "azurerm_role_assignment.identity_ops_024D34CF",
      "azurerm_user_assigned_identity.identity",
    ]);
    for (const binding of Object.values(bindings)) {
      expect(binding).toMatchObject({
        scope: "${azurerm_user_assigned_identity.identity.id}",
      });
    }
  });

  test("goes through the provider of the identity", () => {
    const stack = newStack();
    const provider = new AzurermProvider(stack, "hub", {
      features: [{}],
      alias: "hub",
    });
    const identity = new UserAssignedIdentity(stack, "identity", {
      ...GROUP,
      name: "id-orders",
      provider,
    });
    identity.allowAssignmentBy("deployer", Principal.servicePrincipal(GUID));
    const [binding] = Object.values(synthesized(stack).resource.azurerm_role_assignment);
    expect(binding).toMatchObject({ provider: "azurerm.hub" });
  });

  test("keeps logical ids free", () => {
    const stack = newStack();
    const identity = identityIn(stack);
    identity.allowAssignmentBy("ops", Principal.group(GUID));
    identity.resource.overrideLogicalId("legacy");
    const [binding] = Object.values(synthesized(stack).resource.azurerm_role_assignment);
    expect(binding).toMatchObject({
      scope: "${azurerm_user_assigned_identity.legacy.id}",
    });
  });

  test("shows in the access matrix, with what people are", () => {
    const stack = newStack();
    const identity = identityIn(stack);
    identity.allowAssignmentBy("deployer", Principal.servicePrincipal(GUID));
    identity.allowManagementBy("ops", Principal.group(GUID));
    identity.allow("auditor", Role.builtIn("Reader"), Principal.user("${azuread_user.ana.object_id}"));
    identity.allow("other", Role.builtIn("Reader"), Principal.group("${data.azuread_group.ops.object_id}"));
    const group = { display_name: "Operators" };
    stack.addOverride("data.azuread_group.ops", group);
    expect(accessMatrix(stack)).toMatchInlineSnapshot(`
      "IDENTITY                                     ROLE                          SCOPE                      BOUND BY
      \${azuread_user.ana.object_id}, user          Reader                        id-orders (test/identity)  test/identity/auditor
      Operators (data.azuread_group.ops), group    Reader                        id-orders (test/identity)  test/identity/other
      aaaaaaaa-bbbb-cccc-dddd-eeeeeeeeeeee         Managed Identity Operator     id-orders (test/identity)  test/identity/deployer
      aaaaaaaa-bbbb-cccc-dddd-eeeeeeeeeeee, group  Managed Identity Contributor  id-orders (test/identity)  test/identity/ops"
    `);
  });
});
