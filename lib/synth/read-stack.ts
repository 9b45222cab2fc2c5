import { TerraformElement, TerraformStack } from "cdktf";
import type { IConstruct } from "constructs";
import type { Block, MergedElements, StackSource, TerraformJson } from "../model/terraform-json";
import { isOwn } from "./marks";
import { resolverFor } from "./resolver";

/** Reads what a stack says, as its Terraform JSON will have it: after overrides, setters, aspects and escape hatches. */
export function readStack(stack: TerraformStack): StackSource {
  const resolve = resolverFor(stack);
  const json: TerraformJson = {};
  const own = new Set<string>();
  const merged = new Map<string, MergedElements>();

  for (const element of elementsOf(stack)) {
    const fragment = resolve(element.toTerraform()) as TerraformJson;
    for (const kind of ["resource", "data"] as const) {
      for (const [type, elements] of Object.entries(fragment[kind] ?? {})) {
        for (const name of Object.keys(elements)) {
          const address = `${kind === "data" ? "data." : ""}${type}.${name}`;
          const other = json[kind]?.[type]?.[name];
          if (other) addMerged(merged, address, pathOf(other), element.node.path);
          if (isOwn(element)) own.add(address);
        }
      }
    }
    mergeInto(json as Record<string, unknown>, fragment as Record<string, unknown>);
  }
  return {
    path: stack.node.path,
    json: hasOverrides(stack) ? stack.toTerraform() : json,
    own,
    merged: [...merged.values()],
  };
}

/** Elements of a stack without those of stacks inside it, in the order of the construct tree. */
function elementsOf(stack: TerraformStack): TerraformElement[] {
  const elements: TerraformElement[] = [];
  const visit = (construct: IConstruct) => {
    if (TerraformElement.isTerraformElement(construct)) elements.push(construct);
    for (const child of construct.node.children) if (!TerraformStack.isStack(child)) visit(child);
  };
  visit(stack);
  return elements;
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

function addMerged(merged: Map<string, MergedElements>, address: string, first: string, next: string): void {
  const paths = merged.get(address)?.paths ?? [first];
  merged.set(address, { address, paths: [...paths, next] });
}

function pathOf(block: Block): string {
  return (block["//"] as { metadata: { path: string } }).metadata.path;
}
