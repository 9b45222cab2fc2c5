/** A value that Terraform does not know yet: `(known after apply)`. */
export const UNKNOWN = Symbol("known after apply");

/** A value of Terraform. Numbers are what the wire brought: 0.1 and very large ones are strings. */
export type Value = string | number | bigint | boolean | null | typeof UNKNOWN | Value[] | ObjectValue;

export interface ObjectValue {
  [name: string]: Value;
}
