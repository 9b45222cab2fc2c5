import type { Model } from "./model";
import type { Block } from "./terraform-json";
import type { Value } from "./value";

/** A Terraform variable, as its stack declares it. */
export interface Variable {
  readonly name: string;
  readonly block: Block;
}

/** The variable that a value is as a whole, `${var.password}`; `undefined` for all else and for one declared nowhere. */
export function variableOf(model: Model, value: Value | undefined): Variable | undefined {
  if (value?.kind !== "unknown") return undefined;
  const name = /^var\.([\w-]+)$/.exec(value.expression)?.[1];
  const block = name === undefined ? undefined : model.links.byPath.get(value.stack)?.json.variable?.[name];
  return name === undefined || !block ? undefined : { name, block };
}
