import { readdirSync } from "node:fs";
import type { Check } from "./check";
import { run } from "./command";

const BESIDES_DIST = [".jsii", "CHANGELOG.md", "LICENSE", "README.md", "package.json"];

export const contents: Check = {
  claim: `the tarball has ${BESIDES_DIST.join(", ")}, a .js and a .d.ts in dist for each source in lib, and nothing else`,
  problemsOf: ({ tarball }) => {
    const { succeeded, output } = run("tar", ["-tzf", tarball]);
    if (!succeeded) return [output];
    const present = output.split("\n").map((path) => path.replace(/^package\//, ""));
    const expected = [...BESIDES_DIST, ...sources().flatMap(outputsOf)];
    return [
      ...expected.filter((path) => !present.includes(path)).map((path) => `missing: ${path}`),
      ...present.filter((path) => !expected.includes(path)).map((path) => `does not belong: ${path}`),
    ];
  },
};

function sources(): string[] {
  return readdirSync("lib", { recursive: true, encoding: "utf8" }).filter((path) => path.endsWith(".ts"));
}

function outputsOf(source: string): string[] {
  const module = `dist/${source.replaceAll("\\", "/").replace(/\.ts$/, "")}`;
  return [`${module}.js`, `${module}.d.ts`];
}
