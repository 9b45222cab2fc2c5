import { AzurermProvider } from "@cdktf/provider-azurerm/lib/provider";
import { ResourceGroup } from "@cdktf/provider-azurerm/lib/resource-group";
import { UserAssignedIdentity as RawIdentity } from "@cdktf/provider-azurerm/lib/user-assigned-identity";
import { TerraformVariable } from "cdktf";
import {
  IdentityRoleBinding,
  type IUserAssignedIdentity,
  Role,
  UserAssignedIdentity,
  type UserAssignedIdentityAttributes,
} from "cdktf-azure-identity";
import { addresses, overrideLogicalIds } from "../constructs";
import { findings, GROUP, newStack, SUBSCRIPTION, synthesized } from "../support";

const ID = `/subscriptions/${SUBSCRIPTION}/resourceGroups/rg-shared/providers/Microsoft.ManagedIdentity/userAssignedIdentities/id-shared`;

test("what the environment left out is said at once, and nothing is made", () => {
  const stack = newStack();
  const props = { name: undefined, resourceGroupName: "", location: undefined } as never;
  expect(() => new UserAssignedIdentity(stack, "identity", props)).toThrow(
    "[test/identity] name is not given; allowed is a name; give one\n" +
      "  location is not given; allowed is a region of Azure such as westeurope; pass one, or the location of the group",
  );
  expect(() => new UserAssignedIdentity(stack, "identity", undefined as never)).toThrow(
    "resourceGroupName is not given",
  );
  expect(stack.node.tryFindChild("identity")).toBeUndefined();
});

test("it makes one resource with the arguments of azurerm", () => {
  const stack = newStack();
  new UserAssignedIdentity(stack, "identity", { ...GROUP, name: "id-orders", tags: { team: "orders" } });
  expect(synthesized(stack).resource).toEqual({
    azurerm_user_assigned_identity: {
      identity: {
        name: "id-orders",
        resource_group_name: "rg-orders",
        location: "westeurope",
        tags: { team: "orders" },
      },
    },
  });
});

test("its address is that of the raw resource with the same id", () => {
  const [ours, raw] = [newStack(), newStack()];
  new UserAssignedIdentity(ours, "identity", { ...GROUP, name: "id-orders" });
  new RawIdentity(raw, "identity", { ...GROUP, name: "id-orders" });
  expect(addresses(ours)).toEqual(["azurerm_user_assigned_identity.identity"]);
  expect(addresses(ours)).toEqual(addresses(raw));
});

test("the resource is the default child", () => {
  const identity = new UserAssignedIdentity(newStack(), "identity", { ...GROUP, name: "id-orders" });
  expect(identity.node.defaultChild).toBe(identity.resource);
});

test("the logical id can be overridden right after construction, and references follow", () => {
  const stack = newStack();
  const identity = new UserAssignedIdentity(stack, "identity", { ...GROUP, name: "id-orders" });
  new IdentityRoleBinding(stack, "binding", { identity, role: Role.builtIn("Reader"), scope: "/" });
  overrideLogicalIds(stack, "identity");
  const { resource } = synthesized(stack);
  expect(Object.keys(resource.azurerm_user_assigned_identity)).toEqual(["renamed_0"]);
  expect(resource.azurerm_role_assignment.binding.principal_id).toBe(
    "${azurerm_user_assigned_identity.renamed_0.principal_id}",
  );
});

test("lifecycle, dependsOn and provider reach the resource", () => {
  const stack = newStack();
  const group = new ResourceGroup(stack, "group", { name: "rg", location: "westeurope" });
  const provider = new AzurermProvider(stack, "hub", { features: [{}], alias: "hub" });
  new UserAssignedIdentity(stack, "identity", {
    ...GROUP,
    name: "id-orders",
    lifecycle: { preventDestroy: true },
    dependsOn: [group],
    provider,
  });
  expect(synthesized(stack).resource.azurerm_user_assigned_identity.identity).toMatchObject({
    lifecycle: { prevent_destroy: true },
    depends_on: ["azurerm_resource_group.group"],
    provider: "azurerm.hub",
  });
});

test("other resources can depend on it", () => {
  const stack = newStack();
  const identity = new UserAssignedIdentity(stack, "identity", { ...GROUP, name: "id-orders" });
  new ResourceGroup(stack, "later", { name: "rg", location: "westeurope", dependsOn: [identity] });
  expect(synthesized(stack).resource.azurerm_resource_group.later.depends_on).toEqual([
    "azurerm_user_assigned_identity.identity",
  ]);
});

test("assignRole makes a binding below the identity", () => {
  const stack = newStack();
  const identity = new UserAssignedIdentity(stack, "identity", { ...GROUP, name: "id-orders" });
  const binding = identity.assignRole("reads", Role.builtIn("Reader"), "/");
  expect(binding.node.path).toBe("test/identity/reads");
  expect(addresses(stack)).toEqual([
    "azurerm_role_assignment.identity_reads_FA2C6007",
    "azurerm_user_assigned_identity.identity",
  ]);
});

describe("fromName", () => {
  test("looks the identity up with a data source", () => {
    const stack = newStack();
    const provider = new AzurermProvider(stack, "hub", { features: [{}], alias: "hub" });
    const identity = UserAssignedIdentity.fromName(stack, "shared", {
      name: "id-shared",
      resourceGroupName: "rg-shared",
      provider,
    });
    new IdentityRoleBinding(stack, "binding", { identity, role: Role.builtIn("Reader"), scope: "/" });
    const { data, resource } = synthesized(stack);
    expect(data).toEqual({
      azurerm_user_assigned_identity: {
        shared: { name: "id-shared", resource_group_name: "rg-shared", provider: "azurerm.hub" },
      },
    });
    expect(resource.azurerm_role_assignment.binding.principal_id).toBe(
      "${data.azurerm_user_assigned_identity.shared.principal_id}",
    );
  });

  test("without name and group says both, and makes nothing", () => {
    const stack = newStack();
    for (const lookup of [{ name: undefined }, undefined]) {
      expect(() => UserAssignedIdentity.fromName(stack, "shared", lookup as never)).toThrow(
        [
          "[test/shared] name is not given; allowed is the name that it has in Azure; write it, or pass a token",
          "resourceGroupName is not given; allowed is the name of its resource group; write it, or pass a token",
        ].join("\n  "),
      );
    }
    expect(stack.node.tryFindChild("shared")).toBeUndefined();
  });

  test("an illegal name is a finding", () => {
    const stack = newStack();
    UserAssignedIdentity.fromName(stack, "shared", { name: "id shared", resourceGroupName: "rg" });
    expect(findings(stack).map(({ rule, path }) => [rule, path])).toEqual([["identity-name", "test/shared"]]);
  });
});

describe("fromId", () => {
  const attached = (identity: IUserAssignedIdentity) => [
    identity.id,
    identity.name,
    identity.clientId,
    identity.tenantId,
  ];

  test("takes a literal id apart and gives its fixed parts the case of azurerm", () => {
    const stack = newStack();
    const identity = UserAssignedIdentity.fromId(
      stack,
      "shared",
      ID.replace("resourceGroups", "resourcegroups").replace(
        "Microsoft.ManagedIdentity",
        "microsoft.managedidentity",
      ),
    );
    expect(identity.id).toBe(ID);
    expect(attached(identity)).toHaveLength(4);
    expect(synthesized(stack).data.azurerm_user_assigned_identity.shared).toEqual({
      name: "id-shared",
      resource_group_name: "rg-shared",
    });
  });

  test("lets Terraform take a token apart", () => {
    const stack = newStack();
    const variable = new TerraformVariable(stack, "identity-id", { type: "string" });
    const identity = UserAssignedIdentity.fromId(stack, "shared", variable.stringValue);
    new IdentityRoleBinding(stack, "binding", { identity, role: Role.builtIn("Reader"), scope: "/" });
    const { data, resource } = synthesized(stack);
    expect(data.azurerm_user_assigned_identity.shared).toEqual({
      name: '${element(split("/", var.identity-id), 8)}',
      resource_group_name: '${element(split("/", var.identity-id), 4)}',
    });
    expect(resource.azurerm_role_assignment.binding.principal_id).toBe(
      "${data.azurerm_user_assigned_identity.shared.principal_id}",
    );
    expect(findings(stack)).toEqual([]);
  });

  test("refuses a literal that is no identity's id, with path, value, form and fix, and leaves nothing behind", () => {
    const stack = newStack();
    const mistaken = ID.replace("userAssignedIdentities", "identities");
    expect(() => UserAssignedIdentity.fromId(stack, "shared", mistaken)).toThrow(
      `[test/shared] identity id "${mistaken}" is not the id of a user-assigned identity; allowed is /subscriptions/<guid>/resourceGroups/<group>/providers/Microsoft.ManagedIdentity/userAssignedIdentities/<name>; pass such an id, or use UserAssignedIdentity.fromName`,
    );
    expect(stack.node.tryFindChild("shared")).toBeUndefined();
  });
});

test("fromId without an id says so", () => {
  expect(() => UserAssignedIdentity.fromId(newStack(), "shared", undefined as never)).toThrow(
    "[test/shared] identity id is not given; allowed is /subscriptions/<guid>/resourceGroups/<group>/providers/Microsoft.ManagedIdentity",
  );
});

test("a raw resource fits wherever an identity is asked for", () => {
  const stack = newStack();
  const identity: IUserAssignedIdentity = new RawIdentity(stack, "raw", { ...GROUP, name: "id-raw" });
  new IdentityRoleBinding(stack, "binding", { identity, role: Role.builtIn("Reader"), scope: "/" });
  expect(synthesized(stack).resource.azurerm_role_assignment.binding.principal_id).toBe(
    "${azurerm_user_assigned_identity.raw.principal_id}",
  );
});

describe("fromAttributes", () => {
  test("what was given is used as it is, tokens too, and nothing is looked up", () => {
    const stack = newStack();
    const variable = new TerraformVariable(stack, "principal", { type: "string" });
    const identity = UserAssignedIdentity.fromAttributes({ id: ID, principalId: variable.stringValue });
    new IdentityRoleBinding(stack, "binding", { identity, role: Role.builtIn("Reader"), scope: "/" });
    const { data, resource } = synthesized(stack);
    expect(data).toBeUndefined();
    expect(resource.azurerm_role_assignment.binding.principal_id).toBe("${var.principal}");
    expect(identity.id).toBe(ID);
  });

  test("what was not given is refused when it is read", () => {
    const identity = UserAssignedIdentity.fromAttributes({ id: ID });
    for (const name of ["name", "principalId", "clientId", "tenantId"] as const) {
      expect(() => identity[name]).toThrow(
        `${name} of an identity from attributes is read, and was not given; allowed is what was given, which is id; pass ${name} to`,
      );
    }
  });

  test("what is undefined was not given", () => {
    for (const [attributes, given] of [
      [{ id: undefined, name: "id-shared" }, "name"],
      [{ id: undefined }, "nothing"],
      [undefined, "nothing"],
    ] as const) {
      const identity = UserAssignedIdentity.fromAttributes(attributes as UserAssignedIdentityAttributes);
      expect(() => identity.id).toThrow(
        `id of an identity from attributes is read, and was not given; allowed is what was given, which is ${given}; pass id to`,
      );
    }
  });
});
