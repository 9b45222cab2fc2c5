import { entriesOf } from "./read-folder";

/** Files of a folder that Terraform reads as one module. */
export interface ModuleFiles {
  /** Names of those with JSON, in the order in which Terraform reads them: overrides last. */
  readonly json: readonly string[];
  /** Names of those with HCL. */
  readonly hcl: readonly string[];
}

/** Folders are none, whatever their name; Terraform leaves out names that begin with a dot. */
export function moduleFiles(folder: string): ModuleFiles {
  const names = entriesOf(folder)
    .filter((entry) => !entry.isDirectory() && !entry.name.startsWith("."))
    .map(({ name }) => name)
    .sort();
  const json = names.filter((name) => name.endsWith(".tf.json"));
  return {
    json: [...json.filter((name) => !isOverride(name)), ...json.filter(isOverride)],
    hcl: names.filter((name) => name.endsWith(".tf")),
  };
}

/** What such a file says replaces what the others say. */
export function isOverride(name: string): boolean {
  return /(?:^|_)override\.tf\.json$/.test(name);
}
