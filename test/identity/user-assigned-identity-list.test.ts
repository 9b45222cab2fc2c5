import { AzurermProvider } from "@cdktf/provider-azurerm/lib/provider";
import { TerraformOutput, Token } from "cdktf";
import {
  IdentityRoleBinding,
  Role,
  UserAssignedIdentity,
  UserAssignedIdentityList,
} from "cdktf-azure-identity";
import { addresses } from "../constructs";
import { findings, newStack, synthesized } from "../support";

test("it lists what is in a resource group with one data source", () => {
  const stack = newStack();
  const provider = new AzurermProvider(stack, "hub", { features: [{}], alias: "hub" });
  const list = new UserAssignedIdentityList(stack, "platform", {
    resourceGroupName: "rg-platform",
    requiredTags: { team: "orders" },
    provider,
  });
  new TerraformOutput(stack, "ids", { value: list.ids });
  new TerraformOutput(stack, "names", { value: list.names });
  const { data, output } = synthesized(stack);
  expect(data).toEqual({
    azurerm_resources: {
      platform: {
        type: "Microsoft.ManagedIdentity/userAssignedIdentities",
        resource_group_name: "rg-platform",
        required_tags: { team: "orders" },
        provider: "azurerm.hub",
      },
    },
  });
  expect(output.ids.value).toBe("${data.azurerm_resources.platform.resources[*].id}");
  expect(output.names.value).toBe("${data.azurerm_resources.platform.resources[*].name}");
});

test("without a group it lists the subscription, and its logical id can be overridden", () => {
  const stack = newStack();
  const list = new UserAssignedIdentityList(stack, "all");
  expect(list.node.defaultChild).toBe(list.resource);
  list.resource.overrideLogicalId("renamed");
  new TerraformOutput(stack, "ids", { value: list.ids });
  expect(synthesized(stack).data.azurerm_resources).toEqual({
    renamed: { type: "Microsoft.ManagedIdentity/userAssignedIdentities" },
  });
  expect(synthesized(stack).output.ids.value).toBe("${data.azurerm_resources.renamed.resources[*].id}");
});

describe("fromNames", () => {
  const SHARED = { names: ["id-orders", "id-shop"], resourceGroupName: "rg-shared" };

  test("looks each name up, at an address that comes from it", () => {
    const stack = newStack();
    const [orders, shop] = UserAssignedIdentity.fromNames(stack, "shared", SHARED);
    for (const [id, identity] of Object.entries({ orders, shop })) {
      if (identity)
        new IdentityRoleBinding(stack, id, { identity, role: Role.builtIn("Reader"), scope: "/" });
    }
    expect(addresses(stack)).toEqual([
      "azurerm_role_assignment.orders",
      "azurerm_role_assignment.shop",
      "data.azurerm_user_assigned_identity.shared_id-orders_3849C046",
      "data.azurerm_user_assigned_identity.shared_id-shop_C8951B92",
    ]);
    const { data, resource } = synthesized(stack);
    const [address] = Object.keys(data.azurerm_user_assigned_identity);
    expect(data.azurerm_user_assigned_identity[address as string]).toEqual({
      name: "id-orders",
      resource_group_name: "rg-shared",
    });
    expect(resource.azurerm_role_assignment.orders.principal_id).toBe(
      `\${data.azurerm_user_assigned_identity.${address}.principal_id}`,
    );
    expect(findings(stack)).toEqual([]);
  });

  test("one name more, in front, moves no address", () => {
    const [before, after] = [newStack(), newStack()];
    UserAssignedIdentity.fromNames(before, "shared", SHARED);
    UserAssignedIdentity.fromNames(after, "shared", { ...SHARED, names: ["id-first", ...SHARED.names] });
    expect(addresses(after)).toEqual(expect.arrayContaining(addresses(before)));
  });

  test("names given twice and tokens are refused together, and nothing is left behind", () => {
    const stack = newStack();
    const names = ["id-a", "${var.name}", "id-a", Token.asString({ resolve: () => "x" })];
    expect(() => UserAssignedIdentity.fromNames(stack, "shared", { ...SHARED, names })).toThrow(
      "[test/shared] 2 of the names of identities are tokens; allowed are names that the program knows, as the " +
        "addresses come from them; use UserAssignedIdentity.fromName, which takes an id of its own\n" +
        '  identity name "id-a" is given twice; allowed is once; remove one of the two',
    );
    expect(stack.node.tryFindChild("shared")).toBeUndefined();
  });

  test("a list that Terraform makes is refused", () => {
    const stack = newStack();
    const { names } = new UserAssignedIdentityList(stack, "all");
    expect(() => UserAssignedIdentity.fromNames(stack, "shared", { ...SHARED, names })).toThrow(
      "[test/shared] names of identities are a list that Terraform makes; allowed are names that the program knows",
    );
  });

  test("says which names are not given, beside all else, and makes nothing", () => {
    const stack = newStack();
    const names = ["id-orders", undefined, "id-orders", undefined] as string[];
    expect(() => UserAssignedIdentity.fromNames(stack, "shared", { names } as never)).toThrow(
      [
        "[test/shared] names[1] is not given; allowed is the name of an identity; write it out",
        "names[3] is not given; allowed is the name of an identity; write it out",
        'identity name "id-orders" is given twice; allowed is once; remove one of the two',
        "resourceGroupName is not given; allowed is the name of its resource group; write it, or pass a token",
      ].join("\n  "),
    );
    expect(() => UserAssignedIdentity.fromNames(stack, "shared", undefined as never)).toThrow(
      "[test/shared] names is not given; allowed is a list; write it in brackets\n  resourceGroupName is not given",
    );
    expect(stack.node.tryFindChild("shared")).toBeUndefined();
  });
});
