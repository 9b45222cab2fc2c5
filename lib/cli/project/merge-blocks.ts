import type { Block, TerraformJson } from "../../model/terraform-json";
import type { TerraformBlock } from "./terraform-blocks";

/** Two blocks with the same keys as one; the body of a provider is a list of blocks. */
export function mergeBlocks(
  before: TerraformBlock,
  { keys, body }: TerraformBlock,
  isOverride: boolean,
): TerraformBlock {
  if (keys[0] === "provider") {
    const [blocks, more] = [before.body as Block[], body as Block[]];
    return { keys, body: isOverride ? overridden(blocks, more) : [...blocks, ...more] };
  }
  return { keys, body: isBlock(before.body) && isBlock(body) ? withArguments(before.body, body) : body };
}

/** Blocks of one provider differ by alias. */
function overridden(blocks: readonly Block[], overrides: readonly Block[]): Block[] {
  return blocks.map((block) => {
    const override = overrides.find(({ alias }) => alias === block.alias);
    return override ? withArguments(block, override) : block;
  });
}

/** Each argument is replaced, but of a lifecycle what is in it. Source: Terraform, Override Files. */
function withArguments(before: Block, override: Block): Block {
  const lifecycles = [before, override].map(({ lifecycle }) => [lifecycle].flat()[0]);
  const lifecycle = lifecycles.every(isBlock) ? { lifecycle: Object.assign({}, ...lifecycles) } : {};
  return { ...before, ...override, ...lifecycle };
}

/** Blocks as the JSON of one file. */
export function jsonOf(blocks: Iterable<TerraformBlock>): TerraformJson {
  const json = level();
  for (const { keys, body } of blocks) {
    const inside = keys.slice(0, -1).reduce((above, key) => {
      above[key] ??= level();
      return above[key] as Level;
    }, json);
    inside[keys.at(-1) as string] = body;
  }
  return json;
}

type Level = { [key: string]: unknown };

/** Without a prototype, that a block may be called `__proto__`. */
function level(): Level {
  return Object.create(null) as Level;
}

function isBlock(value: unknown): value is Block {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
