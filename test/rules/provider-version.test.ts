import { FederatedIdentityCredential } from "@cdktf/provider-azurerm/lib/federated-identity-credential";
import type { TerraformStack } from "cdktf";
import { newApp, newStack } from "../support";
import { checkedStack, found, places } from "./support";

const RULE = "provider-version";

function federate(stack: TerraformStack, id = "credential"): FederatedIdentityCredential {
  return new FederatedIdentityCredential(stack, id, {
    name: "github",
    resourceGroupName: "rg-orders",
    parentId: "${azurerm_user_assigned_identity.ours.id}",
    audience: ["api://AzureADTokenExchange"],
    issuer: "https://token.actions.githubusercontent.com",
    subject: "repo:orders/orders:ref:refs/heads/main",
  });
}

function constrain(stack: TerraformStack, version: unknown): void {
  stack.addOverride("terraform.required_providers.azurerm.version", version);
}

test("the exact version that cdktf's provider writes is accepted", () => {
  const stack = checkedStack();
  federate(stack);
  expect(found(RULE, stack)).toEqual([]);
});

test("a constraint that admits azurerm 5 gets a warning at what azurerm 5 has removed", () => {
  const stack = checkedStack();
  federate(stack);
  constrain(stack, ">= 4.0");
  expect(found(RULE, stack)).toEqual([
    {
      rule: RULE,
      level: "warning",
      stack: "test",
      path: "test/credential",
      address: "azurerm_federated_identity_credential.credential",
      message:
        'azurerm 5.0, which the version constraint ">= 4.0" of the stack admits, has no parent_id and no ' +
        "resource_group_name in azurerm_federated_identity_credential; allowed are versions below 5.0; constrain " +
        'azurerm to "~> 4.55", or to the one version that cdktf\'s provider is made for',
    },
  ]);
});

test.each([
  "~> 4.55",
  ">= 4, < 5",
  "4.55.0",
  "${var.version}",
  "newest",
])("the constraint %s is accepted", (version) => {
  const stack = checkedStack();
  federate(stack);
  constrain(stack, version);
  expect(found(RULE, stack)).toEqual([]);
});

test.each([
  ["no version", { source: "hashicorp/azurerm" }],
  ["nothing at all", undefined],
])("%s admits every version", (_, required) => {
  const stack = checkedStack();
  federate(stack);
  stack.addOverride("terraform.required_providers.azurerm", required);
  if (required) constrain(stack, undefined);
  expect(found(RULE, stack).map(({ message }) => message.split(",").slice(0, 3).join())).toEqual([
    "azurerm 5.0, which the stack admits, as it has no version constraint",
  ]);
});

test("a constraint may be a text alone, and the source may name the registry", () => {
  const [short, long] = [checkedStack("short"), checkedStack("long")];
  for (const stack of [short, long]) federate(stack);
  short.addOverride("terraform.required_providers.azurerm", ">= 4");
  long.addOverride("terraform.required_providers.azurerm", {
    source: "registry.terraform.io/hashicorp/azurerm",
    version: ">= 4",
  });
  expect([...places(RULE, short), ...places(RULE, long)]).toEqual([
    "warning short/credential",
    "warning long/credential",
  ]);
});

test("a text that keeps below azurerm 5 is accepted, and data sources are", () => {
  const stack = checkedStack();
  federate(stack);
  stack.addOverride("terraform.required_providers.azurerm", "~> 4.55");
  expect(found(RULE, stack)).toEqual([]);
  const other = checkedStack("other");
  other.addOverride("data.azurerm_federated_identity_credential.found", { parent_id: "x" });
  constrain(other, ">= 4.0");
  expect(found(RULE, other)).toEqual([]);
});

test("another azurerm than HashiCorp's is not known", () => {
  const stack = checkedStack();
  federate(stack);
  constrain(stack, ">= 4.0");
  stack.addOverride("terraform.required_providers.azurerm.source", "orders/azurerm");
  expect(found(RULE, stack)).toEqual([]);
});

test("what azurerm 5 still has is accepted with any constraint", () => {
  const stack = checkedStack();
  const credential = federate(stack);
  credential.addOverride("parent_id", undefined);
  credential.addOverride("resource_group_name", undefined);
  credential.addOverride("user_assigned_identity_id", "${azurerm_user_assigned_identity.ours.id}");
  constrain(stack, ">= 4.0");
  expect(found(RULE, stack)).toEqual([]);
});

test("the arguments count that a resource has after overrides, counted or not", () => {
  const stack = checkedStack();
  constrain(stack, ">= 4.0");
  const half = federate(stack, "half");
  half.addOverride("resource_group_name", undefined);
  half.count = 2;
  expect(found(RULE, stack).map(({ message }) => message.split(";")[0])).toEqual([
    'azurerm 5.0, which the version constraint ">= 4.0" of the stack admits, has no parent_id in ' +
      "azurerm_federated_identity_credential",
  ]);
});

test("each stack has a constraint of its own", () => {
  const app = newApp();
  const [one, two] = [checkedStack("one", app), checkedStack("two", app)];
  for (const stack of [one, two, newStack("unchecked", app)]) federate(stack);
  constrain(two, ">= 4.0");
  expect(places(RULE, app)).toEqual(["warning two/credential"]);
});
