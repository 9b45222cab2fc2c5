import { ApplicationInsights } from "@cdktf/provider-azurerm/lib/application-insights";
import { ResourceGroup } from "@cdktf/provider-azurerm/lib/resource-group";
import { type TerraformStack, TerraformVariable } from "cdktf";
import { CustomRole, Deployer, Role, Scope, UserAssignedIdentity } from "cdktf-azure-identity";
import { settingsOf } from "../../lib/synth/settings";
import { GROUP, GUID, newApp, newStack, SUBSCRIPTION } from "../support";

const READER = Role.builtIn("Reader");
const READER_ID = "acdd72a7-3385-48ef-bd42-f606fba81ae7";
const HERE = Scope.subscription(SUBSCRIPTION);

test("roles are noted one after the other, for an app and for a stack", () => {
  const app = newApp();
  const stack = newStack("orders", app);
  Deployer.of(stack)
    .holds(READER, HERE)
    .holdsOnSubscription(Role.fromName("Owner"), { roles: [READER] });
  Deployer.of(app).holds(Role.fromDefinitionId(GUID), "/", { principalTypes: ["User"] });
  expect(settingsOf(app).grants).toEqual([
    { path: "orders", role: { guid: READER_ID }, scope: HERE, limit: undefined },
    {
      path: "orders",
      role: { guid: "8e3af657-a8ff-443c-a75c-2fe8c4bcb635" },
      scope: undefined,
      limit: { roles: [READER_ID] },
    },
    { path: "", role: { guid: GUID }, scope: "/", limit: { principalTypes: ["User"] } },
  ]);
});

test("a name that no built-in role has, a malformed scope and a role without a GUID are refused at once", () => {
  const stack = newStack();
  const { role } = new CustomRole(stack, "own", { name: "own", scope: HERE, actions: ["*/read"] });
  expect(() =>
    Deployer.of(stack).holds(Role.fromName("Readr"), "subscriptions/x", { roles: [role] }),
  ).toThrow(
    [
      '[test] the deployer holds role "Readr", which is not a built-in role; allowed are built-in roles, and others by their id; use Role.builtIn, the role of a CustomRole, or Role.fromDefinitionId',
      '  the deployer holds a role at "subscriptions/x", which is not a scope; allowed are /subscriptions/<guid> with what is below it, /providers/Microsoft.Management/managementGroups/<name>, and /; write it with Scope, or pass the id of a resource',
      "  the deployer is limited to assigning a role without a known GUID; allowed are built-in roles and roles by their GUID, as a condition lists them; use Role.builtIn, or Role.fromDefinitionId with a literal",
    ].join("\n"),
  );
  expect(settingsOf(stack).grants).toEqual([]);
  expect(() => Deployer.of(stack.node.root).holds(READER, "")).toThrow(
    '[app] the deployer holds a role at ""',
  );
});

test.each<[what: string, given: unknown[], message: string]>([
  ["no role", [undefined, HERE], "holds undefined as a role; allowed is a Role"],
  ["another object", [{}, HERE], "holds an object as a role; allowed is a Role"],
  ["the name of a role", ["Reader", HERE], 'holds "Reader" as a role; allowed is a Role'],
  ["no scope", [READER], "holds a role at undefined, which is not a scope"],
  ["a number as a scope", [READER, 7], "holds a role at 7, which is not a scope"],
  ["a limit to no role", [READER, HERE, { roles: [undefined] }], "assigning undefined as a role"],
  [
    "a limit to another type",
    [READER, HERE, { principalTypes: ["Serviceprincipal"] }],
    'principals of type "Serviceprincipal"; allowed are ServicePrincipal, User, Group',
  ],
  ["a limit to no principal", [READER, HERE, { principals: [undefined] }], "to undefined as a principal"],
])("from a program without types, %s is refused in one line", (_, given, message) => {
  const deployer = Deployer.of(newStack()) as unknown as { holds(...given: unknown[]): void };
  const [thrown] = [() => deployer.holds(...given)].map(messageOf);
  expect(thrown).toContain(message);
  expect(thrown).not.toContain("\n");
});

test("a scope that Terraform alone knows is taken", () => {
  const stack = newStack();
  const { stringValue } = new TerraformVariable(stack, "scope", { type: "string" });
  Deployer.of(stack).holds(READER, stringValue).holds(READER, "${var.scope}");
  expect(settingsOf(stack).grants).toHaveLength(2);
});

test("a deployer is one of an app or a stack", () => {
  const identity = new UserAssignedIdentity(newStack(), "identity", { ...GROUP, name: "id-orders" });
  expect(() => Deployer.of(identity)).toThrow(
    "[test/identity] the deployer of a construct inside a stack; allowed is an app or a stack, as Terraform applies a stack as a whole; use Deployer.of of the stack test",
  );
});

test("the least privilege is that of a stack, or of all stacks of an app", () => {
  const app = newApp();
  const [orders] = ["orders", "reports"].map((id) => {
    const stack = newStack(id, app);
    new UserAssignedIdentity(stack, "identity", {
      name: `id-${id}`,
      resourceGroupName: `rg-${id}`,
      location: "x",
    });
    return stack;
  });
  new ApplicationInsights(orders as TerraformStack, "apps", {
    ...GROUP,
    name: "appi",
    applicationType: "web",
  });
  const contributorAt = (name: string) => ({
    role: "Managed Identity Contributor",
    roleId: "e40ec5ca-96e0-45a2-b4ff-59039f2c2b59",
    scope: Scope.resourceGroup(SUBSCRIPTION, name),
  });
  const reader = { role: "Reader", roleId: READER_ID, scope: HERE };
  const least = Deployer.of(orders as TerraformStack).leastPrivilege();
  expect(least).toEqual({
    roles: [reader, contributorAt("rg-orders")],
    customRoles: [
      { scope: HERE, actions: ["Microsoft.Resources/subscriptions/providers/read"], dataActions: [] },
      {
        scope: Scope.resourceGroup(SUBSCRIPTION, "rg-orders"),
        actions: ["delete", "read", "write"].map(
          (verb) => `Microsoft.ManagedIdentity/userAssignedIdentities/${verb}`,
        ),
        dataActions: [],
      },
    ],
    notAllowed: [],
    notCovered: ["orders/apps"],
  });
  const { roles } = Deployer.of(app).leastPrivilege();
  expect(roles).toEqual([reader, contributorAt("rg-orders"), contributorAt("rg-reports")]);
});

test("the least for a stack knows what it names of other stacks, before the app is synthesized", () => {
  const app = newApp();
  const [base, orders] = ["base", "orders"].map((id) => newStack(id, app)) as [
    TerraformStack,
    TerraformStack,
  ];
  const { name } = new ResourceGroup(base, "group", { name: "rg-shared", location: "x" });
  new UserAssignedIdentity(orders, "identity", { name: "id-orders", resourceGroupName: name, location: "x" });
  const scopes = () =>
    Deployer.of(orders)
      .leastPrivilege()
      .roles.map(({ role, scope }) => `${role} at ${scope.replace(/.*\//, "")}`);
  expect(scopes()).toContain("Managed Identity Contributor at rg-shared");
  app.synth();
  expect(scopes()).toContain("Managed Identity Contributor at rg-shared");
});

function messageOf(call: () => void): string {
  try {
    call();
  } catch (error) {
    return (error as Error).message;
  }
  return "";
}
