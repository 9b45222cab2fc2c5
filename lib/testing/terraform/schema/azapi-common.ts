import type { BlockSchema } from "./schema";
import { LIST_OF_STRINGS, nested, optional, optionalOrComputed, required } from "./write-block";

export const MAP_OF_LISTS = ["map", LIST_OF_STRINGS] as const satisfies [string, unknown];

/** What is retried, and how long an operation may take. */
export const retryAndTimeouts: BlockSchema["blocks"] = {
  retry: nested("single", {
    ...required(LIST_OF_STRINGS, "error_message_regex"),
    ...optionalOrComputed("number", "interval_seconds max_interval_seconds multiplier randomization_factor"),
  }),
  timeouts: nested("single", optional("string", "create delete read update")),
};
