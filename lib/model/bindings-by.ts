import type { Binding } from "./binding";
import { groupBy } from "./group-by";
import { argument } from "./model";
import { rememberedIn } from "./remembered";
import type { Value } from "./value";

/** Role assignments that say the same for one of their arguments. */
export interface AlikeBindings {
  readonly value: Value;
  readonly bindings: readonly Binding[];
}

/**
 * Role assignments by what they say for an argument, without those that do not give it. Thousands of them share a scope
 * and a role: a rule about one argument looks at each of its values once.
 */
export const bindingsBy = rememberedIn((model, name: string): readonly AlikeBindings[] => {
  const given = model.bindings.filter(({ entry }) => entry.values[name] !== undefined);
  const byStack = groupBy(given, ({ entry }) => entry.stack);
  const alike = [...byStack.values()].flatMap((bindings) => [
    ...groupBy(bindings, ({ entry }) => entry.values[name]).values(),
  ]);
  return alike.flatMap((bindings) => {
    const value = bindings[0] && argument(model, bindings[0].entry, name);
    return value ? { value, bindings } : [];
  });
});
