import { copyFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import type { Check } from "./check";
import { problemsIn, run } from "./command";

const FIXTURES = "test/fixtures/consumer";
const SOURCES = ["program", "misspelled-role"];

interface Mode {
  readonly module: string;
  readonly moduleResolution: string;

  /** Extensions of the files that are compiled so. */
  readonly kinds: readonly string[];
}

const MODES: readonly Mode[] = [
  { module: "commonjs", moduleResolution: "node10", kinds: ["ts", "cts"] },
  { module: "node16", moduleResolution: "node16", kinds: ["cts", "mts"] },
  { module: "nodenext", moduleResolution: "nodenext", kinds: ["cts", "mts"] },
  { module: "esnext", moduleResolution: "bundler", kinds: ["ts", "mts"] },
];

const SHOWN = MODES.map(({ moduleResolution, kinds }) => `${moduleResolution} (${kinds.join(", ")})`);

export const types: Check = {
  claim: `a program compiles under ${SHOWN.join(", ")}, and a misspelled role does not`,
  problemsOf: ({ consumer }) =>
    MODES.flatMap((mode) =>
      compile(consumer, mode).map((output) => `under ${mode.moduleResolution}:\n${output}`),
    ),
};

/** Where the programs of a mode are compiled to. */
export function compiled(moduleResolution: string): string {
  return `compiled-${moduleResolution}`;
}

function compile(consumer: string, { module, moduleResolution, kinds }: Mode): string[] {
  const files = SOURCES.flatMap((source) => kinds.map((kind) => ({ source, file: `${source}.${kind}` })));
  for (const { source, file } of files) copyFileSync(join(FIXTURES, `${source}.ts`), join(consumer, file));

  const compilerOptions = {
    module,
    moduleResolution,
    target: "es2022",
    strict: true,
    skipLibCheck: true,
    outDir: compiled(moduleResolution),
    // Only the types of node come from the repository: the consumer installed the library and its peers itself.
    types: ["node"],
    typeRoots: [resolve("node_modules/@types")],
  };
  const project = `tsconfig.${moduleResolution}.json`;
  const text = JSON.stringify({ compilerOptions, files: files.map(({ file }) => file) });
  writeFileSync(join(consumer, project), text);
  return problemsIn(run(process.execPath, [require.resolve("typescript/bin/tsc"), "-p", project], consumer));
}
