import { MAP_OF_LISTS, retryAndTimeouts } from "./azapi-common";
import type { BlockSchema } from "./schema";
import {
  attributes,
  computed,
  LIST_OF_STRINGS,
  MAP_OF_STRINGS,
  nested,
  optional,
  optionalOrComputed,
  required,
} from "./write-block";

export const azapiResource: BlockSchema = {
  attributes: {
    ...required("string", "type"),
    ...optionalOrComputed("string", "name parent_id location"),
    ...optionalOrComputed("dynamic", "body"),
    ...optionalOrComputed(MAP_OF_STRINGS, "tags"),
    ...optionalOrComputed("bool", "ignore_casing ignore_missing_property ignore_null_property"),
    ...optionalOrComputed("bool", "schema_validation_enabled"),
    ...attributes({ optional: true, sensitive: true }, "dynamic", "sensitive_body"),
    ...optional("dynamic", "replace_triggers_external_values response_export_values"),
    ...optional(
      LIST_OF_STRINGS,
      "ignore_body_changes ignore_other_items_in_list locks replace_triggers_refs",
    ),
    ...optional(MAP_OF_STRINGS, "sensitive_body_version list_unique_id_property"),
    ...optional(MAP_OF_STRINGS, "create_headers read_headers update_headers delete_headers"),
    ...optional(MAP_OF_LISTS, "create_query_parameters read_query_parameters"),
    ...optional(MAP_OF_LISTS, "update_query_parameters delete_query_parameters"),
    ...computed("string", "id"),
    ...computed("dynamic", "output"),
  },
  blocks: {
    identity: nested("list", {
      ...required("string", "type"),
      ...optional(LIST_OF_STRINGS, "identity_ids"),
      ...computed("string", "principal_id tenant_id"),
    }),
    ...retryAndTimeouts,
  },
};

export const azapiResourceDataSource: BlockSchema = {
  attributes: {
    ...required("string", "type"),
    ...optionalOrComputed("string", "name parent_id resource_id"),
    ...optional("dynamic", "response_export_values"),
    ...optional("bool", "ignore_not_found"),
    ...optional(MAP_OF_STRINGS, "headers"),
    ...optional(MAP_OF_LISTS, "query_parameters"),
    ...computed("string", "id location"),
    ...computed("bool", "exists"),
    ...computed("dynamic", "output"),
    ...computed(MAP_OF_STRINGS, "tags"),
    ...computed(
      [
        "list",
        [
          "object",
          { type: "string", principal_id: "string", tenant_id: "string", identity_ids: LIST_OF_STRINGS },
        ],
      ],
      "identity",
    ),
  },
  blocks: { ...retryAndTimeouts, timeouts: nested("single", optional("string", "read")) },
};
