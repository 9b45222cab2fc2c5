import type { Model } from "./model";

/** A function of an object that is worked out once for each object: many elements of a stack say the same. */
export function remembered<K extends object, V>(compute: (key: K) => V): (key: K) => V {
  const known = new WeakMap<K, { readonly value: V }>();
  return (key) => {
    const answer = known.get(key) ?? { value: compute(key) };
    known.set(key, answer);
    return answer.value;
  };
}

/** The same for a function of an object in a model. */
export function rememberedIn<K extends object, V>(
  compute: (model: Model, key: K) => V,
): (model: Model, key: K) => V {
  const of = remembered((model: Model) => remembered((key: K) => compute(model, key)));
  return (model, key) => of(model)(key);
}
