import { readdirSync } from "node:fs";
import { join } from "node:path";
import type { Check } from "./check";
import { run } from "./command";

const BESIDES_DIST = [".jsii", "CHANGELOG.md", "CONTRIBUTING.md", "LICENSE", "README.md", "package.json"];

export const contents: Check = {
  claim: `the tarball has ${BESIDES_DIST.join(", ")}, a .js and a .d.ts in dist for each source in lib, what else is in lib, the pages and pictures of docs, the examples, and nothing else`,
  problemsOf: ({ tarball }) => {
    const { succeeded, output } = run("tar", ["-tzf", tarball]);
    if (!succeeded) return [output];
    const present = output.split("\n").map((path) => path.replace(/^package\//, ""));
    const expected = [
      ...BESIDES_DIST,
      ...files("lib", "").flatMap(outputsOf),
      ...files("docs", ".md"),
      ...files("docs/images", ".svg"),
      ...files("docs/images", ".png"),
      ...files("examples", ".ts"),
      ...files("examples", ".json"),
    ];
    return [
      ...expected.filter((path) => !present.includes(path)).map((path) => `missing: ${path}`),
      ...present.filter((path) => !expected.includes(path)).map((path) => `does not belong: ${path}`),
    ];
  },
};

function files(folder: string, ending: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(ending))
    .map((entry) => join(entry.parentPath, entry.name).replaceAll("\\", "/"));
}

function outputsOf(source: string): string[] {
  if (!source.endsWith(".ts")) return [source.replace(/^lib/, "dist")];
  const module = source.replace(/^lib/, "dist").replace(/\.ts$/, "");
  return [`${module}.js`, `${module}.d.ts`];
}
