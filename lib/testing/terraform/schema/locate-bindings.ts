import { createRequire } from "node:module";
import { dirname, join, resolve } from "node:path";
import { ClassFolders, classRoot } from "./class-folders";
import { NotUnderstood } from "./not-understood";

export interface BindingsOptions {
  /**
   * Folders of bindings by the local name of the provider: an npm package, or `.gen/providers/<name>` as `cdktf get`
   * writes it. Relative ones start at `project`.
   *
   * @default - the package `@cdktf/provider-<name>`, from the project or from this library
   */
  readonly bindings?: { readonly [provider: string]: string };
  /** The folder of the project. @default - the working directory */
  readonly project?: string;
}

/** @throws NotUnderstood when there are no bindings */
export function locateBindings(provider: string, options: BindingsOptions): ClassFolders {
  const project = resolve(options.project ?? ".");
  const given = options.bindings?.[provider];
  const folder = given === undefined ? packageFolder(provider, project) : resolve(project, given);
  const root = folder === undefined ? undefined : classRoot(folder);
  if (root !== undefined) return new ClassFolders(root, provider);
  const found =
    folder === undefined
      ? `no package @cdktf/provider-${provider} is installed`
      : `${folder} holds no bindings, as it has neither provider/index.ts nor lib/provider/index.js`;
  throw new NotUnderstood(
    `${found}; allowed are a package of bindings and a folder that cdktf get wrote; install the package, or name the folder in bindings.${provider}`,
  );
}

function packageFolder(provider: string, project: string): string | undefined {
  for (const start of [project, __dirname]) {
    try {
      return dirname(
        createRequire(join(start, "index.js")).resolve(`@cdktf/provider-${provider}/package.json`),
      );
    } catch {
      // Not installed there: the next place may have it.
    }
  }
  return undefined;
}
