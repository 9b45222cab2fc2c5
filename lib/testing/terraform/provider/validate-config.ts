import type { BlockSchema } from "../schema/schema";
import type { Problem } from "./behaviour";
import { type Path, pathText } from "./path";
import { isObjectValue, type ObjectValue } from "./value";

/**
 * What a schema refuses of a configuration and Terraform lets through, in the words of the plugin SDK: nothing where a
 * value is required, and a value where none can be given.
 */
export function schemaProblems(config: ObjectValue, block: BlockSchema, path: Path = []): Problem[] {
  const problems: Problem[] = [];
  for (const [name, { required, optional, computed }] of Object.entries(block.attributes)) {
    const attribute = [...path, name];
    if (required && config[name] === null) {
      problems.push({
        summary: "Missing required argument",
        detail: `The argument "${pathText(attribute)}" is required, but no definition was found.`,
        attribute,
      });
    }
    if (computed && !required && !optional && config[name] !== null) {
      problems.push({
        summary: "Value for unconfigurable attribute",
        detail: `Can't configure a value for "${pathText(attribute)}": its value will be decided automatically based on the result of applying this configuration.`,
        attribute,
      });
    }
  }
  for (const [name, nested] of Object.entries(block.blocks)) {
    for (const [item, at] of itemsOf(config, name)) problems.push(...schemaProblems(item, nested.block, at));
  }
  return problems;

  function itemsOf(within: ObjectValue, name: string): [ObjectValue, Path][] {
    const blocks = within[name];
    if (isObjectValue(blocks)) return [[blocks, [...path, name]]];
    if (!Array.isArray(blocks)) return [];
    return blocks.flatMap((item, index): [ObjectValue, Path][] =>
      isObjectValue(item) ? [[item, [...path, name, index]]] : [],
    );
  }
}
