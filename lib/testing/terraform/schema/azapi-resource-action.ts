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

export const azapiResourceAction: BlockSchema = {
  attributes: {
    ...required("string", "type resource_id"),
    ...optionalOrComputed("string", "method when"),
    ...attributes({ optional: true, sensitive: true }, "dynamic", "sensitive_body"),
    ...optional("string", "action"),
    ...optional("dynamic", "body response_export_values sensitive_response_export_values"),
    ...optional("bool", "ignore_not_found"),
    ...optional(LIST_OF_STRINGS, "locks"),
    ...optional(MAP_OF_STRINGS, "sensitive_body_version headers"),
    ...optional(MAP_OF_LISTS, "query_parameters"),
    ...computed("string", "id"),
    ...computed("bool", "exist"),
    ...computed("dynamic", "output"),
    ...attributes({ computed: true, sensitive: true }, "dynamic", "sensitive_output"),
  },
  blocks: retryAndTimeouts,
};
