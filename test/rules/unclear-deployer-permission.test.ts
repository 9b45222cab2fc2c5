import { ApplicationInsights } from "@cdktf/provider-azurerm/lib/application-insights";
import { TerraformVariable } from "cdktf";
import { Deployer, IdentityRules, Role, Scope } from "cdktf-azure-identity";
import { GROUP, newStack, SUBSCRIPTION } from "../support";
import { CONTRIBUTOR, HERE, IN_GROUP, identityIn, READER, withIdentity } from "./deployer-support";
import { found, places } from "./support";

const RULE = "unclear-deployer-permission";

test("a management group may hold the subscription: one warning for all that it decides", () => {
  const stack = withIdentity();
  for (const id of ["a", "b", "c", "d"]) identityIn(stack, id);
  Deployer.of(stack).holds(CONTRIBUTOR, Scope.managementGroup("platform"));
  const warnings = found(RULE, stack);
  expect(warnings).toHaveLength(1);
  expect(warnings[0]).toMatchObject({ level: "warning", path: "test", address: "" });
  expect(warnings[0]?.message).toMatch(
    new RegExp(
      `^whether .* as which management groups ${HERE} is in is not known; open is .* and \\d+ others; `,
    ),
  );
});

test("what a scope that Terraform alone knows leaves open is one warning", () => {
  const stack = withIdentity();
  for (const id of ["a", "b"]) identityIn(stack, id);
  const { stringValue } = new TerraformVariable(stack, "group", { type: "string" });
  Deployer.of(stack)
    .holdsOnSubscription(READER)
    .holds(CONTRIBUTOR, Scope.resourceGroup(SUBSCRIPTION, stringValue));
  const [warning, ...others] = found(RULE, stack);
  expect([warning?.level, warning?.path, others]).toEqual(["warning", "test", []]);
  expect(warning?.message).toContain("<var.group> is known to Terraform alone; open is ");
});

test("registrations of resource providers are one warning, with another way out", () => {
  const stack = newStack();
  identityIn(stack);
  Deployer.of(stack)
    .holdsOnSubscription(READER)
    .holds(Role.builtIn("Managed Identity Contributor"), IN_GROUP);
  expect(found(RULE, stack)).toEqual([
    {
      rule: RULE,
      level: "warning",
      stack: "test",
      path: "test",
      address: "provider.azurerm",
      message:
        "the deployer may not do what Terraform may ask for, as it is asked for when it is not registered in the " +
        `subscription; missing is Microsoft.ManagedIdentity/register/action at ${HERE}; allowed is what its declared ` +
        "roles allow; have one who may do it once, and set resource_provider_registrations of the provider to " +
        '"none", or accept this with IdentityRules.acknowledge',
    },
  ]);
});

test("a type whose actions are not known is information, once for a stack", () => {
  const stack = withIdentity();
  for (const id of ["one", "two"]) {
    new ApplicationInsights(stack, id, { ...GROUP, name: `appi-${id}`, applicationType: "web" });
  }
  Deployer.of(stack).holdsOnSubscription(Role.builtIn("Owner"));
  expect(found(RULE, stack)).toEqual([
    {
      rule: RULE,
      level: "information",
      stack: "test",
      path: "test",
      address: "",
      message:
        "what Azure is asked for with azurerm_application_insights is not known, so that nobody knows whether the " +
        "deployer may do it for azurerm_application_insights.one, azurerm_application_insights.two; allowed " +
        "is any type; look its actions up in Azure's documentation",
    },
  ]);
});

test("what is missing for sure is another rule, and stays an error where this one is accepted at the stack", () => {
  const stack = newStack();
  identityIn(stack);
  Deployer.of(stack).holdsOnSubscription(READER);
  expect(places("deployer-permission", stack)).toEqual(["error test/identity"]);
  expect(places(RULE, stack)).toEqual(["warning test"]);
  IdentityRules.acknowledge(stack, { id: RULE, reason: "registered by the platform team" });
  expect(places(RULE, stack)).toEqual([]);
  expect(places("deployer-permission", stack)).toEqual(["error test/identity"]);
});

test("a level that is set is that of conditions and of unknown types", () => {
  const stack = newStack();
  identityIn(stack);
  new ApplicationInsights(stack, "one", { ...GROUP, name: "appi-one", applicationType: "web" });
  Deployer.of(stack).holdsOnSubscription(READER);
  expect(places(RULE, stack)).toEqual(["warning test", "information test/one"]);
  IdentityRules.severity(stack, RULE, "error");
  expect(places(RULE, stack)).toEqual(["error test", "error test/one"]);
});
