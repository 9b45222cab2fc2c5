import { relative, resolve, sep } from "node:path";
import { type BuildOptions, build, buildSync, type Metafile, type OnResolveArgs, type Plugin } from "esbuild";

const FOLDER = "lib/synth";
const CHECKS = `${FOLDER}/checks.ts`;
const CONSTRUCTS = ["lib/identity/user-assigned-identity.ts", "lib/access/identity-role-binding.ts"];

const OPTIONS = {
  bundle: true,
  platform: "node",
  format: "cjs",
  target: "node20",
  packages: "external",
  outdir: "dist",
  outbase: "lib",
} satisfies BuildOptions;

/**
 * Makes the checks of a synth one file: Node takes longer to find and open two hundred of them than to run what is in
 * them. The modules stay beside it, for those who need some of them.
 *
 * Two stay modules of their own: what is loaded with a construct, so that what it knows of a run is there once, and what
 * is loaded when it is needed.
 */
export async function bundleChecks(): Promise<void> {
  // What loading it still takes is mostly to parse it: shorter text takes less. The modules beside it are for reading.
  await build({
    ...OPTIONS,
    minify: true,
    entryPoints: [CHECKS],
    plugins: [apartFrom(loadedWith(CONSTRUCTS))],
  });
}

/** Modules that are loaded along with some. */
function loadedWith(entryPoints: readonly string[]): ReadonlySet<string> {
  const { metafile } = buildSync({ ...OPTIONS, entryPoints: [...entryPoints], metafile: true, write: false });
  const loaded = new Set<string>();
  const load = (file: string) => {
    if (loaded.has(file)) return;
    loaded.add(file);
    for (const { path, kind, external } of (metafile as Metafile).inputs[file]?.imports ?? []) {
      if (kind === "import-statement" && !external) load(path);
    }
  };
  entryPoints.forEach(load);
  return loaded;
}

function apartFrom(modules: ReadonlySet<string>): Plugin {
  const isApart = (given: OnResolveArgs) =>
    given.kind === "require-call" || modules.has(`${pathFrom(".", given)}.ts`);
  return {
    name: "modules-apart",
    setup: ({ onResolve }) =>
      onResolve({ filter: /^\./ }, (given) => {
        if (given.kind === "entry-point" || !isApart(given)) return undefined;
        return { path: `./${pathFrom(FOLDER, given)}`, external: true };
      }),
  };
}

/** With the slashes that esbuild writes on Windows too. */
function pathFrom(folder: string, { path, resolveDir }: OnResolveArgs): string {
  return relative(folder, resolve(resolveDir, path)).replaceAll(sep, "/");
}
