import { DataAzurermResourceGroup } from "@cdktf/provider-azurerm/lib/data-azurerm-resource-group";
import { ResourceGroup } from "@cdktf/provider-azurerm/lib/resource-group";
import { Lazy, TerraformCount } from "cdktf";
import { IdentityRules, UserAssignedIdentity } from "cdktf-azure-identity";
import { GROUP, newApp, newStack } from "../support";
import { checkedStack, found, LATE_TEXTS, places, prepared } from "./support";

const RULE = "naming-convention";
const IDENTITIES = { resourceType: "azurerm_user_assigned_identity", prefix: "id-" };
const GROUPS = { resourceType: "azurerm_resource_group", prefix: "rg-" };

function named(stack: ReturnType<typeof newStack>, id: string, name: string): UserAssignedIdentity {
  return new UserAssignedIdentity(stack, id, { ...GROUP, name });
}

test("without a convention every name is accepted, and so is every type without one", () => {
  const stack = newStack();
  named(stack, "identity", "orders");
  expect(found(RULE, stack)).toEqual([]);
  IdentityRules.naming(stack, GROUPS);
  expect(found(RULE, stack)).toEqual([]);
});

test("a name without the prefix is a warning that says what is asked for", () => {
  const stack = newStack();
  IdentityRules.naming(stack, IDENTITIES);
  named(stack, "good", "id-orders");
  named(stack, "bad", "orders");
  expect(found(RULE, stack)).toEqual([
    {
      rule: RULE,
      level: "warning",
      stack: "test",
      path: "test/bad",
      address: "azurerm_user_assigned_identity.bad",
      message:
        'name "orders" does not begin with "id-"; allowed for azurerm_user_assigned_identity are names that do; rename ' +
        "it, which replaces it where it is deployed already, or accept the name with IdentityRules.acknowledge",
    },
  ]);
});

test("a name that does not match the pattern is a warning that shows it", () => {
  const stack = newStack();
  IdentityRules.naming(stack, { resourceType: IDENTITIES.resourceType, pattern: "^id-[a-z]+-(?:dev|prod)$" });
  named(stack, "good", "id-orders-dev");
  named(stack, "bad", "id-orders-test");
  expect(found(RULE, stack).map(({ path, message }) => `${path}: ${message}`)).toEqual([
    'test/bad: name "id-orders-test" does not match ^id-[a-z]+-(?:dev|prod)$; allowed for ' +
      "azurerm_user_assigned_identity are names that match; rename it, which replaces it where it is deployed already, " +
      "or accept the name with IdentityRules.acknowledge",
  ]);
});

test("the nearest convention wins, whichever was set first, and of equally near ones the last", () => {
  const app = newApp();
  const [dev, prod] = [newStack("dev", app), newStack("prod", app)];
  IdentityRules.naming(dev, { ...IDENTITIES, prefix: "dev-" });
  IdentityRules.naming(app, { ...IDENTITIES, prefix: "x-" });
  IdentityRules.naming(app, IDENTITIES);
  for (const stack of [dev, prod]) {
    named(stack, "plain", "id-orders");
    named(stack, "dev", "dev-orders");
    named(stack, "x", "x-orders");
  }
  expect(places(RULE, app)).toEqual([
    "warning dev/plain",
    "warning dev/x",
    "warning prod/dev",
    "warning prod/x",
  ]);
});

test("a convention of a stack says nothing of one whose id begins alike", () => {
  const app = newApp();
  IdentityRules.naming(newStack("app", app), IDENTITIES);
  named(newStack("app-two", app), "identity", "orders");
  expect(found(RULE, app)).toEqual([]);
});

test.each(LATE_TEXTS)("%s as a name says nothing", (_, make) => {
  const stack = checkedStack();
  IdentityRules.naming(stack, GROUPS);
  const { text, repeated } = make(stack, "rg-orders");
  new ResourceGroup(stack, "raw", { name: text, location: "westeurope", ...repeated });
  expect(found(RULE, stack)).toEqual([]);
});

test("the start of a name is checked against a prefix where it is certain, and a pattern never in part", () => {
  const stack = newStack();
  IdentityRules.naming(stack, GROUPS);
  IdentityRules.naming(stack, { resourceType: IDENTITIES.resourceType, pattern: "^id-[a-z]+$" });
  const group = (id: string, name: string) => new ResourceGroup(stack, id, { name, location: "westeurope" });
  group("shorter", "r${local.text}");
  group("longer", "rg-a${local.text}");
  group("other", "x${local.text}");
  group("lazy", Lazy.stringValue({ produce: () => "orders" }));
  named(stack, "partly", "x-${local.text}");
  expect(places(RULE, stack)).toEqual(["warning test/other", "warning test/lazy"]);
});

test("raw resources count as well, as they are after overrides and setters, counted or not; lookups do not", () => {
  const stack = checkedStack();
  IdentityRules.naming(stack, GROUPS);
  const group = (id: string, name: string) => new ResourceGroup(stack, id, { name, location: "westeurope" });
  group("mended", "x").addOverride("name", "rg-a");
  group("reset", "x").name = "rg-b";
  group("overridden", "rg-c").addOverride("name", "x");
  group("set", "rg-d").name = "y";
  group("counted", "z").count = TerraformCount.of(2);
  new DataAzurermResourceGroup(stack, "lookup", { name: "theirs" });
  expect(places(RULE, stack)).toEqual([
    "warning test/overridden",
    "warning test/set",
    "warning test/counted",
  ]);
});

test("a name taken from a resource of another stack is checked where it is used", () => {
  const app = newApp();
  const group = new ResourceGroup(newStack("groups", app), "group", {
    name: "orders",
    location: "westeurope",
  });
  const stack = newStack("test", app);
  IdentityRules.naming(stack, IDENTITIES);
  named(stack, "identity", group.name);
  expect(places(RULE, prepared(app))).toEqual(["warning test/identity"]);
});

test("a finding can be acknowledged, and the level set", () => {
  const stack = newStack();
  IdentityRules.naming(stack, IDENTITIES);
  const accepted = named(stack, "accepted", "orders");
  named(stack, "other", "orders-two");
  IdentityRules.acknowledge(accepted, { id: RULE, reason: "it is older than the convention" });
  IdentityRules.severity(stack, RULE, "error");
  expect(places(RULE, stack)).toEqual(["error test/other"]);
});

test.each([
  [
    { resourceType: IDENTITIES.resourceType },
    "[test] a convention for names of azurerm_user_assigned_identity with neither prefix nor pattern; allowed is " +
      "exactly one of them; give prefix, or pattern",
  ],
  [
    { ...IDENTITIES, pattern: "^id-" },
    "[test] a convention for names of azurerm_user_assigned_identity with both prefix and pattern; allowed is exactly " +
      "one of them; give prefix, or pattern",
  ],
  [
    { resourceType: IDENTITIES.resourceType, pattern: "^(id-" },
    '[test] a convention for names of azurerm_user_assigned_identity with pattern "^(id-"; allowed is a regular ' +
      "expression of JavaScript; mend it: Invalid regular expression: /^(id-/: Unterminated group",
  ],
  [
    { resourceType: "identity", prefix: "id-" },
    '[test] a convention for names of "identity"; allowed is a type of azurerm; write it as ' +
      "azurerm_user_assigned_identity",
  ],
])("the convention %j is refused at once", (props, message) => {
  expect(() => IdentityRules.naming(newStack(), props)).toThrow(new Error(message));
});
