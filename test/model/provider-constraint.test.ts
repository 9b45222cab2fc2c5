import { providerConstraint } from "../../lib/model/provider-constraint";
import { source } from "./source";

function constraintIn(required_providers: object): string | undefined {
  return providerConstraint(source("app", { terraform: { required_providers } } as object), "azuread");
}

test.each([
  [{ azuread: { source: "azuread", version: "2.47.0" } }, "2.47.0"],
  [{ azuread: { source: "hashicorp/azuread", version: "~> 3.0" } }, "~> 3.0"],
  [{ azuread: { source: "registry.terraform.io/HashiCorp/azuread", version: "~> 3.0" } }, "~> 3.0"],
  [{ azuread: "~> 2.0" }, "~> 2.0"],
  [{ azuread: { version: ">= 2.0" } }, ">= 2.0"],
  [{ azuread: { source: "azuread" } }, ""],
  [{ azurerm: { version: "4.55.0" } }, ""],
])("%j constrains azuread to %j", (required, expected) => {
  expect(constraintIn(required)).toBe(expected);
});

test.each([
  { azuread: { source: "contoso/azuread", version: "2.0.0" } },
  { azuread: { source: "hashicorp/azurerm", version: "2.0.0" } },
  { azuread: { source: "azuread", version: "${var.version}" } },
  { azuread: { source: "azuread", version: 2 } },
])("%j says nothing of it", (required) => {
  expect(constraintIn(required)).toBeUndefined();
});
