import type { TerraformStack } from "cdktf";
import type { IConstruct } from "constructs";
import type { StackSource } from "../model/terraform-json";
import { elementMarks, elementsOf } from "./element-marks";
import { resolverFor } from "./resolver";

/** Reads what a stack says, as its Terraform JSON would have it now: after overrides, setters and escape hatches. */
export function readStack(stack: TerraformStack): StackSource {
  return sourceOf(stack, stackJson(stack));
}

/** What `toTerraform()` of a stack gives, in a fraction of the time, and without all comments. */
export function stackJson(stack: TerraformStack, resolve = resolverFor(stack)): StackSource["json"] {
  return hasOverrides(stack) ? stack.toTerraform() : jsonOf(stack, resolve);
}

/** A stack whose JSON is known, and maybe what is in it. */
export function sourceOf(
  stack: TerraformStack,
  json: StackSource["json"],
  constructs?: readonly IConstruct[],
): StackSource {
  return { path: stack.node.path, json, ...elementMarks(stack, constructs) };
}

function jsonOf(stack: TerraformStack, resolve: (value: unknown) => unknown): StackSource["json"] {
  const json = {};
  for (const element of elementsOf(stack)) {
    mergeInto(json, resolve(element.toTerraform()) as Record<string, unknown>);
  }
  return json;
}

/** Merges as cdktf does: lists grow, blocks merge, everything else is replaced. */
function mergeInto(target: Record<string, unknown>, source: Record<string, unknown>): void {
  for (const [key, value] of Object.entries(source)) {
    const present = target[key];
    if (Array.isArray(present) && Array.isArray(value)) target[key] = [...present, ...value];
    else if (isBlock(present) && isBlock(value)) mergeInto(present, value);
    else target[key] = value;
  }
}

function isBlock(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Overrides of the whole stack show in `toTerraform()` alone; cdktf keeps them private. */
function hasOverrides(stack: TerraformStack): boolean {
  const { rawOverrides } = stack as unknown as { readonly rawOverrides?: object };
  return Object.keys(rawOverrides ?? {}).length > 0;
}
