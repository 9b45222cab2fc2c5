import { DefaultTokenResolver, StringConcat, TerraformElement, TerraformStack, Tokenization } from "cdktf";
import type { IConstruct } from "constructs";
import type { Block, MergedElements, StackSource } from "../model/terraform-json";
import { isOwn } from "./marks";

type Section = { [type: string]: { [name: string]: Block } };
type Fragment = {
  readonly resource?: Section;
  readonly data?: Section;
  readonly output?: { [name: string]: Block };
};

/**
 * Reads what a stack says, as its Terraform JSON will have it: after overrides, setters, aspects and escape hatches.
 *
 * It resolves only what holds a token and each string once, which costs a fraction of `stack.toTerraform()`.
 */
export function readStack(stack: TerraformStack): StackSource {
  const resolveValue = resolverFor(stack);
  const resource: Section = {};
  const data: Section = {};
  const output: { [name: string]: Block } = {};
  const provider: { [name: string]: unknown[] } = {};
  const own = new Set<string>();
  const merged = new Map<string, MergedElements>();

  for (const element of elementsOf(stack)) {
    const fragment = resolveValue(element.toTerraform()) as Fragment & { readonly provider?: Block };
    for (const [target, section, prefix] of [
      [resource, fragment.resource, ""],
      [data, fragment.data, "data."],
    ] as const) {
      for (const [type, elements] of Object.entries(section ?? {})) {
        for (const [name, block] of Object.entries(elements)) {
          target[type] ??= {};
          const address = `${prefix}${type}.${name}`;
          const other = target[type][name];
          if (other) addMerged(merged, address, pathOf(other), element.node.path);
          target[type][name] = { ...other, ...block };
          if (isOwn(element)) own.add(address);
        }
      }
    }
    Object.assign(output, fragment.output);
    for (const [name, configurations] of Object.entries(fragment.provider ?? {})) {
      provider[name] = [...(provider[name] ?? []), ...[configurations].flat()];
    }
  }

  const json = hasOverrides(stack) ? stack.toTerraform() : { resource, data, output, provider };
  return { path: stack.node.path, json, own, merged: [...merged.values()] };
}

/** Elements of a stack without those of stacks inside it, in the order of the construct tree. */
export function elementsOf(stack: TerraformStack): TerraformElement[] {
  const elements: TerraformElement[] = [];
  const visit = (construct: IConstruct) => {
    if (TerraformElement.isTerraformElement(construct)) elements.push(construct);
    for (const child of construct.node.children) if (!TerraformStack.isStack(child)) visit(child);
  };
  visit(stack);
  return elements;
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

/** Number tokens are doubles near the largest there is; also inside a string, where cdktf writes them out. */
const NUMBER_TOKEN = /e\+\d/;
const LARGEST_PLAIN_NUMBER = 1e200;

function resolverFor(stack: TerraformStack): (value: unknown) => unknown {
  const resolver = new DefaultTokenResolver(new StringConcat());
  const resolved = new Map<string, unknown>();
  const resolveWhole = (value: unknown) =>
    Tokenization.resolve(value, { scope: stack, resolver, preparing: false });

  const resolveString = (text: string): unknown => {
    if (!text.includes("{") && !NUMBER_TOKEN.test(text)) return text;
    if (!resolved.has(text)) resolved.set(text, resolveWhole(text));
    return resolved.get(text);
  };
  const isListToken = (item: unknown) =>
    typeof item === "string"
      ? item.includes("#{TfToken[")
      : typeof item === "number" && Math.abs(item) > LARGEST_PLAIN_NUMBER;

  const resolveObject = (object: object): unknown => {
    const result: Record<string, unknown> = {};
    for (const [name, raw] of Object.entries(object)) {
      if (name.includes("{")) return resolveWhole(object);
      const value = resolveValue(raw);
      if (value !== undefined) result[name] = value;
    }
    return result;
  };

  const resolveValue = (value: unknown): unknown => {
    if (typeof value === "string") return resolveString(value);
    if (typeof value === "number")
      return Math.abs(value) > LARGEST_PLAIN_NUMBER ? resolveWhole(value) : value;
    if (typeof value !== "object" || value === null) return value;
    if (Array.isArray(value)) {
      if (value.some(isListToken)) return resolveWhole(value);
      return value.map(resolveValue).filter((item) => item !== undefined);
    }
    return Tokenization.isResolvable(value) ? resolveWhole(value) : resolveObject(value);
  };
  return resolveValue;
}
