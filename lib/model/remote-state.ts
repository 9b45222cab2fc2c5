import type { StackSource } from "./terraform-json";
import { readValue, type Value } from "./value";

/** Outputs of stacks, under the address of the remote state data source through which others read them. */
export type OutputsOf = ReadonlyMap<
  string,
  { readonly stack: string; readonly outputs: StackSource["json"]["output"] }
>;

/**
 * cdktf names the data source of a cross-stack reference after the path of the stack that it reads; characters
 * that no Terraform name may have are dropped.
 */
export function outputsByRemoteState(stacks: readonly StackSource[]): OutputsOf {
  return new Map(
    stacks.map(({ path, json }) => {
      const name = `cross-stack-reference-input-${path.replace(/\//g, "--").replace(/[^A-Za-z0-9_-]/g, "")}`;
      return [`data.terraform_remote_state.${name}`, { stack: path, outputs: json.output }];
    }),
  );
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
