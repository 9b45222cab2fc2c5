import type { Model } from "../model/model";
import { remembered } from "../model/remembered";
import type { Block } from "../model/terraform-json";

/** The blocks of azurerm in a stack; one that is not written counts as one without arguments. */
export function providerBlocks(model: Model, stack: string): readonly Block[] {
  return blocksOf(model).get(stack) ?? [NOTHING];
}

const NOTHING: Block = {};

const blocksOf = remembered(
  ({ stacks }: Model) =>
    new Map(
      stacks.map(({ path, json: { provider } }) => [path, [provider?.azurerm ?? NOTHING].flat() as Block[]]),
    ),
);

/** The block that an element of a stack names, or the one without an alias. */
export function providerBlock(model: Model, stack: string, provider?: unknown): Block {
  const alias = typeof provider === "string" ? provider.split(".")[1]?.replace(/\}$/, "") : undefined;
  return providerBlocks(model, stack).find((block) => block.alias === alias) ?? NOTHING;
}

/**
 * What a block says at a path through its blocks, such as `features`, `virtual_machine`, and an argument; `undefined`
 * where it says nothing.
 */
export function argumentAt(block: Block, path: readonly string[]): unknown {
  return path.reduce<unknown>((inside, name) => {
    const [first] = [inside].flat() as (Block | undefined)[];
    return typeof first === "object" && first !== null ? first[name] : undefined;
  }, block);
}
