import type { Path } from "./path";
import { typeOfStep, type ValueType } from "./type";

export interface WirePath {
  readonly steps: readonly (
    | { readonly attribute_name: string }
    | { readonly element_key_string: string }
    | { readonly element_key_int: number }
  )[];
}

/** The path for the wire, as far as Terraform can follow it: not into a set, nor to where the type has nothing. */
export function toWirePath(path: Path, type: ValueType): WirePath {
  const steps: WirePath["steps"][number][] = [];
  let within: ValueType | undefined = type;
  for (const step of path) {
    const next: ValueType | undefined = within && typeOfStep(within, step);
    if (next === undefined || within?.[0] === "set") break;
    if (typeof step === "number") steps.push({ element_key_int: step });
    else if (within?.[0] === "map") steps.push({ element_key_string: step });
    else steps.push({ attribute_name: step });
    within = next;
  }
  return { steps };
}
