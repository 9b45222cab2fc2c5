import { AzurermProvider } from "@cdktf/provider-azurerm/lib/provider";
import { AzurermBackend, Fn, TerraformStack, TerraformVariable } from "cdktf";
import { CustomRole, Deployer, IdentityRules, Role, Scope, UserAssignedIdentity } from "cdktf-azure-identity";
import type { Requirements } from "../../../lib/prerequisites/requirements";
import { exported, newApp, newStack, SUBSCRIPTION } from "../../support";
import { AT, command, folderOf, GROUP, group, orders } from "./stacks";

async function requirements(folder: string, ...args: string[]): Promise<Requirements> {
  return JSON.parse((await command(folder, "--format", "json", ...args)).out);
}

/** The roles of each deployer, by the stacks that it deploys. */
async function roles(folder: string, ...args: string[]) {
  const { deployers } = await requirements(folder, ...args);
  return deployers.map(({ stacks, roles: needed }) => [
    stacks.join(" + "),
    needed.map(({ role, scope }) => `${role} at ${scope.replace(SUBSCRIPTION, "<id>")}`),
  ]);
}

test("the text has the roles by scope, what is left to say, and the operations by resource", async () => {
  expect(await command(folderOf({ orders }))).toMatchInlineSnapshot(`
    {
      "code": 0,
      "err": "",
      "out": "What the deployer of orders needs

      at /subscriptions/11111111-2222-3333-4444-555555555555
        Reader

      at /subscriptions/11111111-2222-3333-4444-555555555555/resourceGroups/rg-orders
        Managed Identity Contributor
        Role Based Access Control Administrator, with a condition: may assign Reader, to
        ServicePrincipal

      in place of these, 2 custom roles with nothing but the 8 actions that are asked for: --format json
      lists them

      left out is registering Microsoft.Authorization, Microsoft.ManagedIdentity at
      /subscriptions/11111111-2222-3333-4444-555555555555: its owner does that once

    orders/identity/reads-group  (azurerm_role_assignment.identity_reads-group_1AA44863)
      at /subscriptions/11111111-2222-3333-4444-555555555555/resourceGroups/rg-orders
        Microsoft.Authorization/roleAssignments: delete, read, write
        Microsoft.Authorization/roleDefinitions: read

    orders/identity  (azurerm_user_assigned_identity.identity)
      at /subscriptions/11111111-2222-3333-4444-555555555555/resourceGroups/rg-orders
        Microsoft.ManagedIdentity/userAssignedIdentities: read, write
      at /subscriptions/11111111-2222-3333-4444-555555555555/resourceGroups/rg-orders/providers/Microsoft.ManagedIdentity/userAssignedIdentities/id-orders
        Microsoft.ManagedIdentity/userAssignedIdentities: delete, read, write

    orders  (provider.azurerm)
      at /subscriptions/11111111-2222-3333-4444-555555555555
        Microsoft.Resources/subscriptions/providers: read
        Microsoft.Authorization: register/action
        Microsoft.ManagedIdentity: register/action
    ",
    }
  `);
});

test("with a declared deployer each operation has its verdict", async () => {
  const app = newApp();
  const stack = newStack("orders", app);
  orders(stack);
  Deployer.of(stack)
    .holdsOnSubscription(Role.builtIn("Reader"))
    .holds(Role.builtIn("Role Based Access Control Administrator"), GROUP, {
      roles: [Role.builtIn("Reader")],
    });
  IdentityRules.acknowledge(stack, {
    id: "deployer-permission",
    reason: "shown by the command",
  });
  app.synth();
  const { out } = await command(app.outdir);
  const [, verdicts] = out.split("orders/identity/reads-group");
  expect(verdicts).toMatchInlineSnapshot(`
    "  (azurerm_role_assignment.identity_reads-group_1AA44863)
      at /subscriptions/11111111-2222-3333-4444-555555555555/resourceGroups/rg-orders
        satisfied  Microsoft.Authorization/roleAssignments: delete, read, write
        satisfied  Microsoft.Authorization/roleDefinitions: read

    orders/identity  (azurerm_user_assigned_identity.identity)
      at /subscriptions/11111111-2222-3333-4444-555555555555/resourceGroups/rg-orders
        satisfied  Microsoft.ManagedIdentity/userAssignedIdentities: read
        missing    Microsoft.ManagedIdentity/userAssignedIdentities: write
      at /subscriptions/11111111-2222-3333-4444-555555555555/resourceGroups/rg-orders/providers/Microsoft.ManagedIdentity/userAssignedIdentities/id-orders
        missing    Microsoft.ManagedIdentity/userAssignedIdentities: delete, write
        satisfied  Microsoft.ManagedIdentity/userAssignedIdentities: read

    orders  (provider.azurerm)
      at /subscriptions/11111111-2222-3333-4444-555555555555
        satisfied    Microsoft.Resources/subscriptions/
                     providers: read
        conditional  Microsoft.Authorization: register/action  it is asked for when it is not registered
                                                               in the subscription
        conditional  Microsoft.ManagedIdentity:                it is asked for when it is not registered
                     register/action                           in the subscription
    "
  `);
});

test("the Markdown has them as tables", async () => {
  expect((await command(folderOf({ orders }), "--format", "markdown")).out).toMatchInlineSnapshot(`
    "### What the deployer of orders needs

    #### Roles

    | role | scope | may assign |
    | --- | --- | --- |
    | Reader | \`/subscriptions/11111111-2222-3333-4444-555555555555\` |  |
    | Managed Identity Contributor | \`/subscriptions/11111111-2222-3333-4444-555555555555/resourceGroups/rg-orders\` |  |
    | Role Based Access Control Administrator | \`/subscriptions/11111111-2222-3333-4444-555555555555/resourceGroups/rg-orders\` | Reader, to ServicePrincipal |

    - in place of these, 2 custom roles with nothing but the 8 actions that are asked for: --format json lists them
    - left out is registering Microsoft.Authorization, Microsoft.ManagedIdentity at /subscriptions/11111111-2222-3333-4444-555555555555: its owner does that once

    <details><summary><b>Operations</b></summary>

    | resource | actions | scope |
    | --- | --- | --- |
    | \`azurerm_role_assignment.identity_reads-group_1AA44863\` | \`Microsoft.Authorization/roleAssignments: delete, read, write\` | \`/subscriptions/11111111-2222-3333-4444-555555555555/resourceGroups/rg-orders\` |
    | \`azurerm_role_assignment.identity_reads-group_1AA44863\` | \`Microsoft.Authorization/roleDefinitions: read\` | \`/subscriptions/11111111-2222-3333-4444-555555555555/resourceGroups/rg-orders\` |
    | \`azurerm_user_assigned_identity.identity\` | \`Microsoft.ManagedIdentity/userAssignedIdentities: read, write\` | \`/subscriptions/11111111-2222-3333-4444-555555555555/resourceGroups/rg-orders\` |
    | \`azurerm_user_assigned_identity.identity\` | \`Microsoft.ManagedIdentity/userAssignedIdentities: delete, read, write\` | \`/subscriptions/11111111-2222-3333-4444-555555555555/resourceGroups/rg-orders/providers/Microsoft.ManagedIdentity/userAssignedIdentities/id-orders\` |
    | \`provider.azurerm\` | \`Microsoft.Resources/subscriptions/providers: read\` | \`/subscriptions/11111111-2222-3333-4444-555555555555\` |
    | \`provider.azurerm\` | \`Microsoft.Authorization: register/action\` | \`/subscriptions/11111111-2222-3333-4444-555555555555\` |
    | \`provider.azurerm\` | \`Microsoft.ManagedIdentity: register/action\` | \`/subscriptions/11111111-2222-3333-4444-555555555555\` |

    </details>
    "
  `);
});

test("the JSON has all that somebody else needs to check the same", async () => {
  expect(await requirements(folderOf({ orders }))).toMatchInlineSnapshot(`
    {
      "deployers": [
        {
          "customRoles": [
            {
              "actions": [
                "Microsoft.Resources/subscriptions/providers/read",
              ],
              "dataActions": [],
              "scope": "/subscriptions/11111111-2222-3333-4444-555555555555",
            },
            {
              "actions": [
                "Microsoft.Authorization/roleAssignments/delete",
                "Microsoft.Authorization/roleAssignments/read",
                "Microsoft.Authorization/roleAssignments/write",
                "Microsoft.Authorization/roleDefinitions/read",
                "Microsoft.ManagedIdentity/userAssignedIdentities/delete",
                "Microsoft.ManagedIdentity/userAssignedIdentities/read",
                "Microsoft.ManagedIdentity/userAssignedIdentities/write",
              ],
              "condition": "((!(ActionMatches{'Microsoft.Authorization/roleAssignments/write'})) OR (@Request[Microsoft.Authorization/roleAssignments:RoleDefinitionId] ForAnyOfAnyValues:GuidEquals {acdd72a7-3385-48ef-bd42-f606fba81ae7} AND @Request[Microsoft.Authorization/roleAssignments:PrincipalType] ForAnyOfAnyValues:StringEqualsIgnoreCase {'ServicePrincipal'})) AND ((!(ActionMatches{'Microsoft.Authorization/roleAssignments/delete'})) OR (@Resource[Microsoft.Authorization/roleAssignments:RoleDefinitionId] ForAnyOfAnyValues:GuidEquals {acdd72a7-3385-48ef-bd42-f606fba81ae7} AND @Resource[Microsoft.Authorization/roleAssignments:PrincipalType] ForAnyOfAnyValues:StringEqualsIgnoreCase {'ServicePrincipal'}))",
              "dataActions": [],
              "scope": "/subscriptions/11111111-2222-3333-4444-555555555555/resourceGroups/rg-orders",
            },
          ],
          "leftOut": [
            {
              "action": "Microsoft.Authorization/register/action",
              "scope": "/subscriptions/11111111-2222-3333-4444-555555555555",
            },
            {
              "action": "Microsoft.ManagedIdentity/register/action",
              "scope": "/subscriptions/11111111-2222-3333-4444-555555555555",
            },
          ],
          "notAllowed": [],
          "notCovered": [],
          "placeholders": [],
          "roles": [
            {
              "role": "Reader",
              "roleId": "acdd72a7-3385-48ef-bd42-f606fba81ae7",
              "scope": "/subscriptions/11111111-2222-3333-4444-555555555555",
            },
            {
              "role": "Managed Identity Contributor",
              "roleId": "e40ec5ca-96e0-45a2-b4ff-59039f2c2b59",
              "scope": "/subscriptions/11111111-2222-3333-4444-555555555555/resourceGroups/rg-orders",
            },
            {
              "condition": "((!(ActionMatches{'Microsoft.Authorization/roleAssignments/write'})) OR (@Request[Microsoft.Authorization/roleAssignments:RoleDefinitionId] ForAnyOfAnyValues:GuidEquals {acdd72a7-3385-48ef-bd42-f606fba81ae7} AND @Request[Microsoft.Authorization/roleAssignments:PrincipalType] ForAnyOfAnyValues:StringEqualsIgnoreCase {'ServicePrincipal'})) AND ((!(ActionMatches{'Microsoft.Authorization/roleAssignments/delete'})) OR (@Resource[Microsoft.Authorization/roleAssignments:RoleDefinitionId] ForAnyOfAnyValues:GuidEquals {acdd72a7-3385-48ef-bd42-f606fba81ae7} AND @Resource[Microsoft.Authorization/roleAssignments:PrincipalType] ForAnyOfAnyValues:StringEqualsIgnoreCase {'ServicePrincipal'}))",
              "limit": {
                "principalTypes": [
                  "ServicePrincipal",
                ],
                "roles": [
                  "acdd72a7-3385-48ef-bd42-f606fba81ae7",
                ],
              },
              "role": "Role Based Access Control Administrator",
              "roleId": "f58310d9-a9f6-439a-9e8d-f62e7b41a168",
              "scope": "/subscriptions/11111111-2222-3333-4444-555555555555/resourceGroups/rg-orders",
            },
          ],
          "stacks": [
            "orders",
          ],
          "unlisted": [],
        },
      ],
      "schemaVersion": 1,
    }
  `);
});

test("the JSON is the same whatever the order in which a program makes its resources", async () => {
  const identity = (name: string) => (stack: TerraformStack) => {
    exported(new UserAssignedIdentity(stack, name, { ...AT, name: `id-${name}` }));
  };
  const [a, b] = [identity("a"), identity("b")];
  const inOrder = (...parts: readonly ((stack: TerraformStack) => void)[]) =>
    requirements(
      folderOf({
        orders: (stack) => {
          for (const part of parts) part(stack);
        },
      }),
    );
  expect(await inOrder(orders, group, a, b)).toEqual(await inOrder(b, group, a, orders));
});

test("of several stacks it says what one deployer of all needs, and what the deployer of each", async () => {
  // A role at the group can be had before the stack orders is applied, but not before both are.
  expect(await roles(folderOf({ orders, group }))).toMatchInlineSnapshot(`
    [
      [
        "group + orders",
        [
          "Contributor at /subscriptions/<id>",
          "Role Based Access Control Administrator at /subscriptions/<id>",
        ],
      ],
      [
        "group",
        [
          "Contributor at /subscriptions/<id>",
        ],
      ],
      [
        "orders",
        [
          "Reader at /subscriptions/<id>",
          "Managed Identity Contributor at /subscriptions/<id>/resourceGroups/rg-orders",
          "Role Based Access Control Administrator at /subscriptions/<id>/resourceGroups/rg-orders",
        ],
      ],
    ]
  `);
});

test("what a later stack makes is not there before, also in the subscription of the environment", async () => {
  const app = newApp();
  const [uses, makes] = ["a-uses", "b-makes"].map((id) => {
    const stack = new TerraformStack(app, id);
    new AzurermProvider(stack, "azurerm", { features: [{}] });
    return stack;
  }) as [TerraformStack, TerraformStack];
  const identity = new UserAssignedIdentity(uses, "identity", { ...AT, name: "id-orders" });
  identity.assignRole(
    "reads",
    Role.builtIn("Reader"),
    `${Scope.currentSubscription(uses)}/resourceGroups/rg-orders`,
  );
  group(makes);
  app.synth();
  const [together, alone] = await roles(app.outdir);
  expect(together?.[1]).toContain("Role Based Access Control Administrator at /subscriptions/<subscription>");
  expect(alone?.[1]).toContain(
    "Role Based Access Control Administrator at /subscriptions/<subscription>/resourceGroups/rg-orders",
  );
});

test("--for names the stacks that are deployed", async () => {
  const folder = folderOf({ orders, group, other: group });
  expect(await roles(folder, "--for", "orders", "--for", "group")).toEqual(
    await roles(folderOf({ orders, group })),
  );
  expect((await requirements(folder, "--for", "orders")).for).toEqual(["orders"]);
});

test("--for a stack that is not there is refused", async () => {
  expect(await command(folderOf({ orders }), "--for", "order")).toEqual({
    code: 2,
    out: "",
    err: "--for order is no stack; allowed are orders\n",
  });
});

test("a role that is made by the stack has no GUID for a condition, which is said", async () => {
  const folder = folderOf({
    orders: (stack) => {
      const role = new CustomRole(stack, "role", { name: "Reads orders", actions: ["*/read"], scope: GROUP });
      const identity = new UserAssignedIdentity(stack, "identity", { ...AT, name: "id-orders" });
      identity.assignRole("reads-group", role.role, GROUP);
    },
  });
  const { out } = await command(folder);
  expect(out).toContain(
    "User Access Administrator, with a condition: may assign any role, to ServicePrincipal",
  );
  expect(out.replace(/\s+/g, " ")).toContain(
    "no condition can list the roles that orders/identity/reads-group assign, as they have no GUID yet",
  );
});

test("a state in a storage account is among the needs", async () => {
  const folder = folderOf({
    orders: (stack) => {
      orders(stack);
      new AzurermBackend(stack, {
        resourceGroupName: "rg-state",
        storageAccountName: "ststate",
        containerName: "orders",
        key: "orders.tfstate",
        useAzureadAuth: true,
        subscriptionId: SUBSCRIPTION,
      });
    },
  });
  expect((await roles(folder))[0]?.[1]).toContain(
    "Storage Blob Data Contributor at /subscriptions/<id>/resourceGroups/rg-state/providers/Microsoft.Storage/storageAccounts/ststate/blobServices/default/containers/orders",
  );
});

test("a subscription from the environment is the same for all stacks, and so is a variable of one name", async () => {
  const app = newApp();
  for (const id of ["a", "b"]) {
    const stack = new TerraformStack(app, id);
    new AzurermProvider(stack, "azurerm", {
      features: [{}],
      resourceProviderRegistrations: "none",
    });
    const name = new TerraformVariable(stack, "group", { type: "string" }).stringValue;
    const other = new TerraformVariable(stack, "group-of", {
      type: "map(string)",
    });
    for (const [at, resourceGroupName] of [name, Fn.lookup(other.value, id, "rg")].map(String).entries()) {
      exported(
        new UserAssignedIdentity(stack, `identity-${at}`, {
          name: `id-${id}-${at}`,
          location: "westeurope",
          resourceGroupName,
        }),
      );
    }
  }
  app.synth();
  const { deployers } = await requirements(app.outdir);
  expect(deployers.map(({ placeholders }) => placeholders)).toMatchInlineSnapshot(`
    [
      [
        "lookup(var.group-of, "a", "rg") of a",
        "lookup(var.group-of, "b", "rg") of b",
        "subscription",
        "var.group",
      ],
      [
        "lookup(var.group-of, "a", "rg")",
        "subscription",
        "var.group",
      ],
      [
        "lookup(var.group-of, "b", "rg")",
        "subscription",
        "var.group",
      ],
    ]
  `);
});
