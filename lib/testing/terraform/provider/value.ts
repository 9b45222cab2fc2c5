/** A value that Terraform does not know yet: `(known after apply)`. */
export const UNKNOWN = Symbol("known after apply");

/**
 * A value of Terraform. Numbers are what the wire brought: 0.1 and very large ones are strings. A value of an attribute
 * of type `dynamic` is an object of its own `type`, as Terraform writes types in JSON, and its `value`.
 */
export type Value = string | number | bigint | boolean | null | typeof UNKNOWN | Value[] | ObjectValue;

export interface ObjectValue {
  [name: string]: Value;
}

/** Whether it is an object: a block, an object or a map. */
export function isObjectValue(value: unknown): value is ObjectValue {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
