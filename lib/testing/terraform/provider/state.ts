import type { BlockSchema } from "../schema/schema";
import { nonConforming } from "./conform";
import { pathText } from "./path";
import { typeOfBlock } from "./type";
import { unknownPaths } from "./unknown-paths";
import type { ObjectValue, Value } from "./value";
import { toWire, type WireValue } from "./wire";

/** What is nowhere. */
export const NO_STATE: WireValue = toWire(null, "dynamic");

/**
 * A planned object for the wire.
 *
 * @throws where it is not as its schema says
 */
export function plannedToWire(planned: ObjectValue, block: BlockSchema, what: string): WireValue {
  return checked(planned, block, what, nonConforming(planned, block));
}

/**
 * A state for the wire.
 *
 * @throws where it is not as its schema says, or not wholly known
 */
export function stateToWire(state: ObjectValue, block: BlockSchema, what: string): WireValue {
  const unknown = unknownPaths(state).map(
    (path) => `${pathText(path)}: it is unknown; a state is wholly known`,
  );
  return checked(state, block, what, [...nonConforming(state, block), ...unknown]);
}

function checked(value: ObjectValue, block: BlockSchema, what: string, wrong: readonly string[]): WireValue {
  if (wrong.length > 0) {
    throw new Error(
      `${what} does not conform to the schema:\n${wrong.map((line) => `  - ${line}`).join("\n")}`,
    );
  }
  return toWire(value, typeOfBlock(block));
}

/** An object of which only a part is given: the rest is null, or no blocks. */
export function filled(part: ObjectValue, block: BlockSchema): ObjectValue {
  const nothing: [string, Value][] = [
    ...Object.keys(block.attributes).map((name): [string, Value] => [name, null]),
    ...Object.entries(block.blocks).map(([name, { nesting }]): [string, Value] => [
      name,
      nesting === "single" ? null : [],
    ]),
  ];
  return { ...Object.fromEntries(nothing), ...part };
}
