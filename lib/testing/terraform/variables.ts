import type { WrittenStack } from "./output";

type Variables = { readonly [name: string]: unknown };

/**
 * The values of the variables that each stack declares.
 *
 * @throws with every variable that has neither a value nor a default, and every value that no stack declares
 */
export function variablesOf(stacks: readonly WrittenStack[], given: Variables): Map<string, Variables> {
  const problems: string[] = [];
  const used = new Set<string>();
  const values = stacks.map(({ name: stack, json }): [string, Variables] => {
    const declared = Object.entries((json.variable ?? {}) as { readonly [name: string]: object });
    for (const [name, declaration] of declared) {
      used.add(name);
      if (given[name] === undefined && !("default" in declaration)) {
        problems.push(
          `variable "${name}" of stack "${stack}" has no default and no value; give one in variables`,
        );
      }
    }
    const known = declared.filter(([name]) => given[name] !== undefined);
    return [stack, Object.fromEntries(known.map(([name]) => [name, given[name]]))];
  });
  for (const name of Object.keys(given)) {
    if (!used.has(name))
      problems.push(`no stack declares a variable "${name}"; correct the name, or leave it out`);
  }
  if (problems.length > 0) throw new Error(problems.join("\n"));
  return new Map(values);
}
