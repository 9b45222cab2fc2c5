import { groupBy } from "./group-by";
import type { StackSource } from "./terraform-json";
import { readValue, type Value } from "./value";

/** Outputs of stacks, under the address of the remote state data source through which others read them. */
export type OutputsOf = ReadonlyMap<
  string,
  { readonly stack: string; readonly outputs: StackSource["json"]["output"] }
>;

/**
 * cdktf names the data source of a cross-stack reference after the path of the stack that it reads; characters
 * that no Terraform name may have are dropped. A name that fits several stacks says of none that it is meant.
 */
export function outputsByRemoteState(stacks: readonly StackSource[]): OutputsOf {
  const named = [...groupBy(stacks, ({ path }) => remoteStateOf(path))];
  return new Map(
    named.flatMap(([address, [origin, ...others]]) =>
      origin && others.length === 0 ? [[address, { stack: origin.path, outputs: origin.json.output }]] : [],
    ),
  );
}

function remoteStateOf(path: string): string {
  const name = path.replace(/\//g, "--").replace(/[^A-Za-z0-9_-]/g, "");
  return `data.terraform_remote_state.cross-stack-reference-input-${name}`;
}

/** Replaces a value that comes from another stack by what that stack's output says. */
export function throughRemoteState(
  value: Value | undefined,
  outputs: OutputsOf,
  steps = 8,
): Value | undefined {
  if (
    value?.kind !== "reference" ||
    !value.address.startsWith("data.terraform_remote_state.") ||
    steps === 0
  ) {
    return value;
  }
  const origin = outputs.get(value.address);
  const output = origin?.outputs?.[value.attribute.replace(/^outputs\./, "")];
  const linked = origin && readValue(output?.value, origin.stack);
  return linked ? throughRemoteState(linked, outputs, steps - 1) : value;
}
