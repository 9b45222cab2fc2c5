import type { Model } from "../model/model";
import { remembered } from "../model/remembered";
import type { Block } from "../model/terraform-json";

type Provider = "azurerm" | "azapi";

/** The blocks of a provider in a stack; one that is not written counts as one without arguments. */
export function providerBlocks(model: Model, stack: string, name: Provider = "azurerm"): readonly Block[] {
  return blocksOf(model).get(stack)?.[name] ?? NONE_WRITTEN;
}

const NOTHING: Block = {};
const NONE_WRITTEN: readonly Block[] = [NOTHING];

const blocksOf = remembered(
  ({ stacks }: Model) =>
    new Map(
      stacks.map(({ path, json: { provider } }): [string, Record<Provider, readonly Block[]>] => {
        const blocks = (name: Provider) => [provider?.[name] ?? NOTHING].flat() as Block[];
        return [path, { azurerm: blocks("azurerm"), azapi: blocks("azapi") }];
      }),
    ),
);

/** The block that an element of a stack names, or the one without an alias. */
export function providerBlock(
  model: Model,
  stack: string,
  provider?: unknown,
  name: Provider = "azurerm",
): Block {
  const alias = typeof provider === "string" ? provider.split(".")[1]?.replace(/\}$/, "") : undefined;
  return providerBlocks(model, stack, name).find((block) => block.alias === alias) ?? NOTHING;
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
