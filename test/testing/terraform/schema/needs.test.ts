import { neededSchemas } from "../../../../lib/testing/terraform/schema/needs";

test("a document needs the types of its resources and data sources, by provider", () => {
  const document = {
    terraform: {
      required_providers: {
        azurerm: { source: "azurerm", version: "4.55.0" },
        azapi: { source: "Azure/azapi", version: "2.12.0" },
      },
    },
    provider: { azurerm: [{ features: [{}] }] },
    resource: {
      azurerm_subnet: { a: { name: "a" }, b: { name: "b" } },
      azurerm_resource_group: { "//": "of the user", group: {} },
      azapi_resource: { identity: {} },
    },
    data: { azurerm_subscription: { current: {} } },
  };
  expect(neededSchemas(document)).toEqual([
    { provider: "azapi", source: "azure/azapi", resources: ["azapi_resource"], dataSources: [] },
    {
      provider: "azurerm",
      source: "hashicorp/azurerm",
      resources: ["azurerm_resource_group", "azurerm_subnet"],
      dataSources: ["azurerm_subscription"],
    },
  ]);
});

test("a provider that is only required or only configured is needed too", () => {
  const document = {
    terraform: { required_providers: { time: "~> 0.13" } },
    provider: { azuread: [{}, { alias: "b" }] },
  };
  expect(neededSchemas(document)).toEqual([
    { provider: "azuread", resources: [], dataSources: [] },
    { provider: "time", resources: [], dataSources: [] },
  ]);
});

test("several documents need what any of them does", () => {
  const before = { resource: { azurerm_subnet: { a: {} } } };
  const after = { terraform: { required_providers: { azurerm: { source: "azurerm" } } } };
  expect(neededSchemas(before, after)).toEqual([
    { provider: "azurerm", source: "hashicorp/azurerm", resources: ["azurerm_subnet"], dataSources: [] },
  ]);
});

test("what is part of Terraform needs nothing", () => {
  const document = {
    terraform: { required_providers: { terraform: { source: "terraform.io/builtin/terraform" } } },
    resource: { terraform_data: { link: {} } },
    data: { terraform_remote_state: { other: {} } },
  };
  expect(neededSchemas(document)).toEqual([]);
});

test("comments need nothing, whatever they hold", () => {
  const comment = { "//": { shop: { order: {} } } };
  const document = {
    terraform: { required_providers: comment },
    provider: comment,
    resource: { ...comment, shop_order: comment },
    data: comment,
  };
  expect(neededSchemas(document)).toEqual([]);
});

test("lists are read wherever Terraform JSON allows them", () => {
  const document = {
    terraform: [{ required_providers: [{ time: { source: "hashicorp/time" } }] }],
    provider: [{ azuread: {} }],
    resource: [{ time_sleep: [{ wait: [{ create_duration: "1s" }] }] }],
  };
  expect(neededSchemas(document)).toEqual([
    { provider: "azuread", resources: [], dataSources: [] },
    { provider: "time", source: "hashicorp/time", resources: ["time_sleep"], dataSources: [] },
  ]);
});

test.each([
  ["its meta-argument", { provider: "beta.west" }, "beta"],
  ["a reference in its meta-argument", { provider: "${beta.west}" }, "beta"],
  ["the first word of its type", {}, "http"],
])("the provider of a type is that of %s", (_, block, provider) => {
  expect(neededSchemas({ data: { http: { one: block } } })).toEqual([
    { provider, resources: [], dataSources: ["http"] },
  ]);
});

test.each([
  ["azurerm", "hashicorp/azurerm"],
  ["registry.terraform.io/hashicorp/azurerm", "hashicorp/azurerm"],
  ["example.com/acme/azurerm", "example.com/acme/azurerm"],
])("the source %s is written %s", (source, written) => {
  const document = { terraform: { required_providers: { azurerm: { source } } } };
  expect(neededSchemas(document)).toMatchObject([{ source: written }]);
});
