import type { Model } from "./model";

/** A function of an object that is worked out once for each object: many elements of a stack say the same. */
export function remembered<K extends object, V>(compute: (key: K) => V): (key: K) => V {
  return keeping(new WeakMap<K, V>(), compute);
}

/** The same for a function of something in a model. The answers are kept as long as the model is. */
export function rememberedIn<K, V>(compute: (model: Model, key: K) => V): (model: Model, key: K) => V {
  const of = remembered((model: Model) => keeping(new Map<K, V>(), (key) => compute(model, key)));
  return (model, key) => of(model)(key);
}

interface Answers<K, V> {
  get(key: K): V | undefined;
  has(key: K): boolean;
  set(key: K, answer: V): unknown;
}

function keeping<K, V>(known: Answers<K, V>, compute: (key: K) => V): (key: K) => V {
  return (key) => {
    const before = known.get(key);
    if (before !== undefined || known.has(key)) return before as V;
    const answer = compute(key);
    known.set(key, answer);
    return answer;
  };
}
