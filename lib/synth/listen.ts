type Methods<K extends string> = { readonly [name in K]: (...given: never[]) => unknown };

/** Has what a method returns heard as well; returns what makes the method as it was. */
export function listenTo<K extends string, T extends Methods<K>>(
  owner: T,
  name: K,
  heard: (answer: ReturnType<T[K]>) => void,
): () => void {
  const method = owner[name].bind(owner) as (...given: never[]) => ReturnType<T[K]>;
  return answerWith(owner, name, (...given: never[]) => {
    const answer = method(...given);
    heard(answer);
    return answer;
  });
}

/** Puts another method in the place of one; returns what makes it as it was. */
export function answerWith<K extends string>(
  owner: Methods<K>,
  name: K,
  value: (...given: never[]) => unknown,
): () => void {
  const before = Object.getOwnPropertyDescriptor(owner, name);
  Object.defineProperty(owner, name, { value, configurable: true, writable: true });
  return () => {
    Reflect.deleteProperty(owner, name);
    if (before) Object.defineProperty(owner, name, before);
  };
}
