import type { BlockSchema } from "./schema";
import { LIST_OF_STRINGS, MAP_OF_STRINGS, nested, optional } from "./write-block";

export const azapiProvider: BlockSchema = {
  attributes: {
    ...optional("string", "subscription_id tenant_id environment partner_id custom_correlation_request_id"),
    ...optional("string", "client_id client_id_file_path client_secret client_secret_file_path"),
    ...optional("string", "client_certificate client_certificate_password client_certificate_path"),
    ...optional("string", "oidc_request_token oidc_request_url oidc_token oidc_token_file_path"),
    ...optional("string", "oidc_azure_service_connection_id default_name default_location"),
    ...optional("bool", "use_cli use_msi use_oidc use_aks_workload_identity skip_provider_registration"),
    ...optional("bool", "disable_correlation_request_id disable_instance_discovery"),
    ...optional("bool", "disable_terraform_partner_id disable_default_output enable_preflight"),
    ...optional("bool", "ignore_no_op_changes always_acquire_policy_token preserve_resource_id_casing"),
    ...optional("number", "maximum_busy_retry_attempts"),
    ...optional(LIST_OF_STRINGS, "auxiliary_tenant_ids"),
    ...optional(MAP_OF_STRINGS, "default_tags"),
  },
  blocks: {
    endpoint: nested(
      "list",
      optional(
        "string",
        "active_directory_authority_host resource_manager_endpoint resource_manager_audience",
      ),
    ),
  },
};
