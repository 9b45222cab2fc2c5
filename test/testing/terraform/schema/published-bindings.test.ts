import { readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { deriveSchemas } from "../../../../lib/testing/terraform/schema/derive";
import type { BlockSchema, ProviderSchema } from "../../../../lib/testing/terraform/schema/schema";

function folderOf(provider: string): string {
  return join(dirname(require.resolve(`@cdktf/provider-${provider}/package.json`)), "lib");
}

/** All types of a package, read from its JavaScript. */
function allOf(provider: string) {
  const found = { provider, resources: [] as string[], dataSources: [] as string[] };
  for (const { name } of readdirSync(folderOf(provider), { withFileTypes: true }).filter((one) =>
    one.isDirectory(),
  )) {
    const code = readFileSync(join(folderOf(provider), name, "index.js"), "latin1");
    const type = /tfResourceType = "([^"]+)"/.exec(code)?.[1] as string;
    if (code.includes("extends cdktf.TerraformResource")) found.resources.push(type);
    if (code.includes("extends cdktf.TerraformDataSource")) found.dataSources.push(type);
  }
  return found;
}

const NEEDS = ["azuread", "azurerm", "time"].map(allOf);
let schemas: { readonly [name: string]: ProviderSchema };
beforeAll(() => {
  schemas = Object.fromEntries(deriveSchemas(NEEDS).map((schema) => [schema.name, schema]));
});

/** `R` for required, `O` for optional, `C` for computed, before the type. */
function attributesOf({ attributes }: BlockSchema): Record<string, unknown[]> {
  return Object.fromEntries(
    Object.entries(attributes).map(([name, { type, required, optional, computed }]) => [
      name,
      [`${required ? "R" : ""}${optional ? "O" : ""}${computed ? "C" : ""}`, type],
    ]),
  );
}

function blocksOf({ blocks }: BlockSchema): Record<string, string> {
  return Object.fromEntries(
    Object.entries(blocks).map(([name, { nesting, minItems, maxItems }]) => [
      name,
      `${nesting} ${minItems}..${maxItems || ""}`,
    ]),
  );
}

function resource(type: string): BlockSchema {
  return schemas[type.split("_")[0] as string]?.resources[type] as BlockSchema;
}

test("every resource and data source of azurerm, azuread and time is derived", () => {
  const counts = Object.values(schemas).map(({ name, source, version, resources, dataSources }) => [
    name,
    source,
    version,
    Object.keys(resources).length,
    Object.keys(dataSources).length,
  ]);
  expect(counts).toEqual([
    ["azuread", "hashicorp/azuread", "3.7.0", 54, 20],
    ["azurerm", "hashicorp/azurerm", "4.55.0", 1127, 399],
    ["time", "hashicorp/time", "0.13.1", 4, 0],
  ]);
});

test("only what is needed is derived", () => {
  const need = { provider: "azurerm", resources: ["azurerm_subnet"], dataSources: ["azurerm_subscription"] };
  const [schema] = deriveSchemas([need]);
  expect(Object.keys(schema?.resources ?? {})).toEqual(["azurerm_subnet"]);
  expect(Object.keys(schema?.dataSources ?? {})).toEqual(["azurerm_subscription"]);
});

test("a source that the documents require replaces that of the bindings", () => {
  const need = { provider: "azurerm", source: "acme/azurerm", resources: [], dataSources: [] };
  expect(deriveSchemas([need])[0]?.source).toBe("acme/azurerm");
});

describe("the schema is that of the provider", () => {
  test("for a linux machine", () => {
    const machine = resource("azurerm_linux_virtual_machine");
    expect(attributesOf(machine)).toMatchObject({
      name: ["R", "string"],
      network_interface_ids: ["R", ["list", "string"]],
      computer_name: ["OC", "string"],
      os_managed_disk_id: ["OC", "string"],
      max_bid_price: ["O", "number"],
      vtpm_enabled: ["O", "bool"],
      tags: ["O", ["map", "string"]],
      private_ip_addresses: ["C", ["list", "string"]],
    });
    expect(blocksOf(machine)).toEqual({
      additional_capabilities: "list 0..1",
      admin_ssh_key: "set 0..",
      boot_diagnostics: "list 0..1",
      gallery_application: "list 0..",
      identity: "list 0..1",
      os_disk: "list 1..1",
      os_image_notification: "list 0..1",
      plan: "list 0..1",
      secret: "list 0..",
      source_image_reference: "list 0..1",
      termination_notification: "list 0..1",
      timeouts: "single 0..",
    });
    expect(attributesOf(machine.blocks.identity?.block as BlockSchema)).toEqual({
      identity_ids: ["O", ["set", "string"]],
      principal_id: ["C", "string"],
      tenant_id: ["C", "string"],
      type: ["R", "string"],
    });
    expect(blocksOf(machine.blocks.os_disk?.block as BlockSchema)).toEqual({
      diff_disk_settings: "list 0..1",
    });
  });

  test("for a role assignment", () => {
    const assignment = resource("azurerm_role_assignment");
    expect(attributesOf(assignment)).toMatchObject({
      id: ["OC", "string"],
      principal_id: ["R", "string"],
      scope: ["R", "string"],
      condition: ["O", "string"],
      role_definition_id: ["OC", "string"],
      skip_service_principal_aad_check: ["OC", "bool"],
    });
    expect(Object.keys(assignment.blocks.timeouts?.block.attributes ?? {})).toEqual([
      "create",
      "delete",
      "read",
    ]);
  });

  test("for a scale set", () => {
    const scaleSet = resource("azurerm_linux_virtual_machine_scale_set");
    expect(attributesOf(scaleSet)).toMatchObject({
      sku: ["R", "string"],
      instances: ["O", "number"],
      zones: ["O", ["set", "string"]],
      unique_id: ["C", "string"],
    });
    expect(blocksOf(scaleSet)).toMatchObject({
      network_interface: "list 1..",
      extension: "set 0..",
      os_disk: "list 1..1",
    });
  });

  test("for a storage account", () => {
    const account = resource("azurerm_storage_account");
    expect(attributesOf(account)).toMatchObject({
      account_tier: ["R", "string"],
      access_tier: ["OC", "string"],
      primary_access_key: ["C", "string"],
    });
    expect(blocksOf(account)).toMatchObject({ network_rules: "list 0..1", blob_properties: "list 0..1" });
  });

  test("for the access policies of a vault, which are an attribute and no block", () => {
    const vault = resource("azurerm_key_vault");
    expect(blocksOf(vault)).toEqual({
      contact: "set 0..",
      network_acls: "list 0..1",
      timeouts: "single 0..",
    });
    const [flags, type] = attributesOf(vault).access_policy as [string, [string, [string, object]]];
    expect([flags, type[0], type[1][0]]).toEqual(["OC", "list", "object"]);
    expect(type[1][1]).toMatchObject({ object_id: "string", key_permissions: ["list", "string"] });
  });

  test("for the subnets of a network, which are a set of objects", () => {
    expect(attributesOf(resource("azurerm_virtual_network")).subnet).toMatchObject([
      "OC",
      ["set", ["object", {}]],
    ]);
  });

  test("for a filter with lists in a list", () => {
    const filter = resource("azurerm_eventgrid_event_subscription").blocks.advanced_filter
      ?.block as BlockSchema;
    const range = filter.blocks.number_in_range?.block as BlockSchema;
    expect(attributesOf(range).values).toEqual(["R", ["list", ["list", "number"]]]);
  });

  test("for a data source", () => {
    const machine = schemas.azurerm?.dataSources.azurerm_virtual_machine as BlockSchema;
    expect(attributesOf(machine)).toMatchObject({
      name: ["R", "string"],
      resource_group_name: ["R", "string"],
      power_state: ["C", "string"],
      identity: ["C", ["list", ["object", { principal_id: "string", identity_ids: ["list", "string"] }]]],
    });
  });

  test("for azurerm itself, without the alias that Terraform takes", () => {
    const provider = schemas.azurerm?.provider as BlockSchema;
    expect(attributesOf(provider).subscription_id).toEqual(["O", "string"]);
    expect(Object.keys(provider.attributes)).not.toContain("alias");
    expect(blocksOf(provider)).toEqual({ features: "list 0.." });
    const features = provider.blocks.features?.block as BlockSchema;
    expect(blocksOf(features)).toMatchObject({ key_vault: "list 0..", resource_group: "list 0.." });
    expect(attributesOf(features.blocks.key_vault?.block as BlockSchema)).toMatchObject({
      purge_soft_delete_on_destroy: ["O", "bool"],
    });
  });

  test("for a member of a group and an application of azuread", () => {
    expect(attributesOf(resource("azuread_group_member"))).toEqual({
      id: ["OC", "string"],
      group_object_id: ["R", "string"],
      member_object_id: ["R", "string"],
    });
    const application = resource("azuread_application");
    expect(attributesOf(application)).toMatchObject({
      display_name: ["R", "string"],
      owners: ["O", ["set", "string"]],
      app_role_ids: ["C", ["map", "string"]],
    });
    expect(blocksOf(application)).toMatchObject({
      password: "set 0..1",
      app_role: "set 0..",
      web: "list 0..1",
    });
  });

  test("for a sleep of time", () => {
    expect(attributesOf(resource("time_sleep"))).toEqual({
      create_duration: ["O", "string"],
      destroy_duration: ["O", "string"],
      id: ["C", "string"],
      triggers: ["O", ["map", "string"]],
    });
  });
});
