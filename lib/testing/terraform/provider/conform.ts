import type { BlockSchema } from "../schema/schema";
import { nonConformingToType, problem, wrongNames } from "./conform-to-type";
import type { Path } from "./path";
import { isObjectValue, UNKNOWN, type Value } from "./value";

/**
 * What is wrong with a value of a block, each with its path; nothing where Terraform would take it. Terraform itself
 * names neither the resource nor more than the first. Kinds of values are told, and never a value, which may be secret.
 */
export function nonConforming(value: Value | undefined, block: BlockSchema, path: Path = []): string[] {
  if (value === UNKNOWN) return [];
  const names = [...Object.keys(block.attributes), ...Object.keys(block.blocks)];
  if (!isObjectValue(value))
    return [problem(path, `an object of ${names.length} attributes and blocks`, value)];
  return [
    ...wrongNames(value, names, path),
    ...Object.entries(block.attributes)
      .filter(([name]) => Object.hasOwn(value, name))
      .flatMap(([name, { type }]) => nonConformingToType(value[name], type, [...path, name])),
    ...Object.entries(block.blocks)
      .filter(([name]) => Object.hasOwn(value, name))
      .flatMap(([name, nested]) => {
        const blocks = value[name];
        const at = [...path, name];
        if (nested.nesting === "single")
          return blocks === null ? [] : nonConforming(blocks, nested.block, at);
        if (blocks === UNKNOWN) return [];
        if (!Array.isArray(blocks)) return [problem(at, "a list of blocks, [] for none", blocks)];
        return blocks.flatMap((item, index) => nonConforming(item, nested.block, [...at, index]));
      }),
  ];
}
