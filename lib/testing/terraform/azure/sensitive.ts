import type { BlockSchema, ProviderSchema } from "../schema/schema";

/** What each provider hides; `resource` or `data` before the type. Source: the providers' schemas. */
const SENSITIVE: { readonly [type: string]: readonly string[] } = {
  azurerm: [
    "client_secret",
    "client_certificate",
    "client_certificate_password",
    "oidc_token",
    "oidc_request_token",
  ],
  "resource azurerm_linux_virtual_machine": ["admin_password", "custom_data"],
  "resource azurerm_windows_virtual_machine": [
    ...["admin_password", "custom_data", "additional_unattend_content.content"],
  ],
  "resource azurerm_linux_virtual_machine_scale_set": [
    ...["admin_password", "custom_data", "extension.protected_settings"],
  ],
  "resource azurerm_windows_virtual_machine_scale_set": [
    ...["admin_password", "custom_data", "extension.protected_settings"],
    "additional_unattend_content.content",
  ],
  "resource azurerm_orchestrated_virtual_machine_scale_set": [
    ...["os_profile.custom_data", "extension.protected_settings"],
    "os_profile.linux_configuration.admin_password",
    "os_profile.windows_configuration.admin_password",
    "user_data_base64",
  ],
  "resource azurerm_container_registry": ["admin_password"],
  "resource azurerm_kubernetes_cluster": [
    ...["kube_config", "kube_config_raw", "kube_admin_config", "kube_admin_config_raw"],
  ],
  "resource azurerm_linux_web_app": ["site_credential", "custom_domain_verification_id"],
  "resource azurerm_linux_function_app": [
    ...["site_credential", "custom_domain_verification_id", "storage_account_access_key"],
  ],
  "resource azurerm_virtual_machine_extension": ["protected_settings"],
  "resource azurerm_virtual_machine_scale_set_extension": ["protected_settings"],
  "resource azurerm_virtual_machine_run_command": [
    ...["run_as_password", "protected_parameter.name", "protected_parameter.value"],
    ...["source.script_uri_managed_identity.client_id", "source.script_uri_managed_identity.object_id"],
  ],
  "resource azurerm_storage_account": [
    ...["primary_access_key", "secondary_access_key"],
    ...["primary_connection_string", "secondary_connection_string"],
    ...["primary_blob_connection_string", "secondary_blob_connection_string"],
  ],
  "data azurerm_storage_account": [
    ...["primary_access_key", "secondary_access_key"],
    ...["primary_connection_string", "secondary_connection_string"],
    ...["primary_blob_connection_string", "secondary_blob_connection_string"],
  ],
  "resource azurerm_key_vault_secret": ["value"],
  "data azurerm_key_vault_secret": ["value"],
};

/** The schema with what its provider hides marked so: the bindings that a schema is read from do not say. */
export function withSensitive(schema: ProviderSchema): ProviderSchema {
  return {
    ...schema,
    provider: marked(schema.provider, SENSITIVE[schema.name]),
    resources: markedAll(schema.resources, "resource"),
    dataSources: markedAll(schema.dataSources, "data"),
  };
}

function markedAll(types: ProviderSchema["resources"], kind: string): ProviderSchema["resources"] {
  return Object.fromEntries(
    Object.entries(types).map(([type, block]) => [type, marked(block, SENSITIVE[`${kind} ${type}`])]),
  );
}

function marked(block: BlockSchema, paths: readonly string[] = []): BlockSchema {
  return paths.reduce((present, path) => markedAt(present, path.split(".")), block);
}

function markedAt(block: BlockSchema, [name = "", ...rest]: readonly string[]): BlockSchema {
  const attribute = block.attributes[name];
  const nested = block.blocks[name];
  if (rest.length === 0 && attribute) {
    return { ...block, attributes: { ...block.attributes, [name]: { ...attribute, sensitive: true } } };
  }
  if (!nested) return block;
  return {
    ...block,
    blocks: { ...block.blocks, [name]: { ...nested, block: markedAt(nested.block, rest) } },
  };
}
