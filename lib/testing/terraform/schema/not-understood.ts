/** Thrown, within the schema deriver only, for bindings that do not say what it needs to know. */
export class NotUnderstood extends Error {}

/** Runs one part of a derivation; what is not understood there is added to the problems, with its path. */
export function collect<T>(problems: string[], path: string, part: () => T): T | undefined {
  try {
    return part();
  } catch (error) {
    if (!(error instanceof NotUnderstood)) throw error;
    problems.push(path === "" ? error.message : `${path}: ${error.message}`);
    return undefined;
  }
}
