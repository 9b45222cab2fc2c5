import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { AzurermProvider } from "@cdktf/provider-azurerm/lib/provider";
import { ResourceGroup } from "@cdktf/provider-azurerm/lib/resource-group";
import { AzurermBackend, Fn, TerraformStack, TerraformVariable } from "cdktf";
import { CustomRole, Deployer, IdentityRules, Role, Scope, UserAssignedIdentity } from "cdktf-azure-identity";
import { Failure } from "../../lib/cli/failure";
import { staleness } from "../../lib/cli/prerequisites/staleness";
import { readProject } from "../../lib/cli/project/read-project";
import type { Requirements } from "../../lib/prerequisites/requirements";
import { exported, newApp, newStack, SUBSCRIPTION, temporaryFolder } from "../support";
import { command as run } from "./support";

const GROUP = Scope.resourceGroup(SUBSCRIPTION, "rg-orders");
const AT = { resourceGroupName: "rg-orders", location: "westeurope" };

/** Synthesizes stacks, and returns the folder. */
function folderOf(stacks: Readonly<Record<string, (stack: TerraformStack) => void>>): string {
  const app = newApp();
  for (const [id, build] of Object.entries(stacks)) build(newStack(id, app));
  app.synth();
  return app.outdir;
}

const orders = (stack: TerraformStack) => {
  const identity = new UserAssignedIdentity(stack, "identity", {
    ...AT,
    name: "id-orders",
  });
  identity.assignRole("reads-group", Role.builtIn("Reader"), GROUP);
};

const group = (stack: TerraformStack) => {
  new ResourceGroup(stack, "group", {
    name: "rg-orders",
    location: "westeurope",
  });
};

const command = (...args: string[]) => run("prerequisites", ...args);

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

/** A committed file of what stacks need. */
async function committed(folder: string, ...args: string[]): Promise<string> {
  const file = join(temporaryFolder(), "requirements.json");
  writeFileSync(file, (await command(folder, "--format", "json", ...args)).out);
  return file;
}

test("a file is up to date as long as nothing else is needed", async () => {
  const file = await committed(folderOf({ orders }));
  expect(staleness(readProject(folderOf({ orders })), file)).toBeUndefined();
});

test("a file is stale when a role is needed that it has not, or not any more", async () => {
  const file = await committed(folderOf({ orders }));
  const both = (stack: TerraformStack) => {
    orders(stack);
    group(stack);
  };
  const folder = folderOf({ orders: both });
  const said = staleness(readProject(folder), file)
    ?.replaceAll(file, "requirements.json")
    .replaceAll(folder, "out")
    .replaceAll(SUBSCRIPTION, "<id>");
  expect(said).toMatchInlineSnapshot(`
    "requirements.json is not what its stacks need now:
      + the deployer of orders: Contributor (b24988ac-6180-42a0-ab88-20f7382dd24c) at /subscriptions/<id>
      + the deployer of orders: Role Based Access Control Administrator (f58310d9-a9f6-439a-9e8d-f62e7b41a168) at /subscriptions/<id>, may assign Reader, to ServicePrincipal
      - the deployer of orders: Reader (acdd72a7-3385-48ef-bd42-f606fba81ae7) at /subscriptions/<id>
      - the deployer of orders: Managed Identity Contributor (e40ec5ca-96e0-45a2-b4ff-59039f2c2b59) at /subscriptions/<id>/resourceGroups/rg-orders
      - the deployer of orders: Role Based Access Control Administrator (f58310d9-a9f6-439a-9e8d-f62e7b41a168) at /subscriptions/<id>/resourceGroups/rg-orders, may assign Reader, to ServicePrincipal
    write it anew: cdktf-azure-identity prerequisites out --format json > requirements.json"
  `);
});

test("a file is stale as well when only the custom roles in it are others", async () => {
  const folder = folderOf({ orders });
  const file = await committed(folder);
  const before = JSON.parse(readFileSync(file, "utf8"));
  before.deployers[0].customRoles[0].actions.push("Microsoft.Compute/disks/read");
  writeFileSync(file, JSON.stringify(before));
  expect(staleness(readProject(folder), file)).toContain(
    "- the deployer of orders: custom role with Microsoft.Compute/disks/read at",
  );
});

test("a file for one stack does not care for the others, and says so when the stack is gone", async () => {
  const file = await committed(folderOf({ orders, group }), "--for", "group");
  expect(staleness(readProject(folderOf({ orders, group, more: group })), file)).toBeUndefined();
  expect(staleness(readProject(folderOf({ orders })), file)).toContain(
    "- the deployer of group: Contributor",
  );
});

test("a file of all stacks is stale when there is another stack", async () => {
  const file = await committed(folderOf({ orders }));
  expect(staleness(readProject(folderOf({ orders, group })), file)).toContain(
    "+ one deployer of group, orders: Contributor",
  );
});

test("what is committed but no such file is refused, with all that is wrong", async () => {
  const project = readProject(folderOf({ orders }));
  const file = await committed(folderOf({ orders }));
  const refused = (text: string) => {
    writeFileSync(file, text);
    try {
      staleness(project, file);
    } catch (error) {
      expect(error).toBeInstanceOf(Failure);
      return (error as Error).message.replaceAll(file, "requirements.json");
    }
    throw new Error("not refused");
  };
  const good = JSON.parse(readFileSync(file, "utf8"));
  expect(refused("{")).toMatch(
    /^requirements.json cannot be read as JSON: allowed is JSON in UTF-8; write it with /,
  );
  expect(refused('{"schemaVersion":2}')).toContain("its schemaVersion is 2, and 1 is read here");
  expect(refused("[]")).toContain("it has no schemaVersion");
  good.deployers[0].roles[0].roleId = "Reader";
  good.deployers[0].roles.find(({ limit }: { limit?: object }) => limit).limit = { roles: [] };
  good.deployers[0].leftOut = undefined;
  expect(refused(JSON.stringify(good))).toMatchInlineSnapshot(`
    "requirements.json holds no requirements: deployers[0].roles[0].roleId is "Reader"; allowed is a GUID
      deployers[0].roles[2].condition is not that of deployers[0].roles[2].limit; allowed is the condition that the limit means
      deployers[0].leftOut is missing; allowed is a list
      write it with cdktf-azure-identity prerequisites --format json"
  `);
});
