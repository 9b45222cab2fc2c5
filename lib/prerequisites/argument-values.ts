import { hasDynamic } from "../model/entry";
import type { Block } from "../model/terraform-json";

/** Everything that stands in the argument at a path through blocks; `undefined` where Terraform alone knows it. */
export function valuesAt(block: Block, path: readonly string[]): readonly unknown[] | undefined {
  const alone = path.length === 1 && block.dynamic === undefined ? block[path[0] as string] : undefined;
  if (typeof alone === "string") return [alone];
  let found: unknown[] = [block];
  for (const name of path) {
    const inside: unknown[] = [];
    for (const one of found) {
      if (!isBlock(one)) continue;
      if (one.dynamic !== undefined && hasDynamic(one, name)) return undefined;
      const given = one[name];
      if (Array.isArray(given)) inside.push(...given.filter((item) => item !== null && item !== undefined));
      else if (given !== undefined && given !== null) inside.push(given);
    }
    found = inside;
  }
  return found;
}

function isBlock(value: unknown): value is Block {
  return typeof value === "object" && value !== null;
}
