import { MAP_OF_LISTS, retryAndTimeouts } from "./azapi-common";
import type { BlockSchema } from "./schema";
import {
  attributes,
  computed,
  LIST_OF_STRINGS,
  MAP_OF_STRINGS,
  optional,
  optionalOrComputed,
  required,
} from "./write-block";

export const azapiUpdateResource: BlockSchema = {
  attributes: {
    ...required("string", "type"),
    ...optionalOrComputed("string", "name parent_id resource_id"),
    ...optionalOrComputed("bool", "ignore_casing ignore_missing_property"),
    ...attributes({ optional: true, sensitive: true }, "dynamic", "sensitive_body"),
    ...optional("dynamic", "body replace_triggers_external_values response_export_values"),
    ...optional(LIST_OF_STRINGS, "ignore_other_items_in_list locks"),
    ...optional(MAP_OF_STRINGS, "sensitive_body_version list_unique_id_property"),
    ...optional(MAP_OF_STRINGS, "update_headers read_headers"),
    ...optional(MAP_OF_LISTS, "update_query_parameters read_query_parameters"),
    ...computed("string", "id"),
    ...computed("dynamic", "output"),
  },
  blocks: retryAndTimeouts,
};
