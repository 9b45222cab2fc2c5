/** Compiles lib to dist with jsii: the public API stays one that other languages can use. */
import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { extname, join, resolve } from "node:path";
import { bundleChecks } from "./bundle-checks";
import { filesIn } from "./files-in";

// jsii takes every dependency and peer for a jsii module, also those of the command and of an entry point that its
// assembly does not hold. So it compiles a copy whose package.json names only those that are.
const STAGE = join("out", "jsii");

rmSync("dist", { recursive: true, force: true });
rmSync(STAGE, { recursive: true, force: true });
mkdirSync(STAGE, { recursive: true });
for (const part of ["lib", "README.md", "tsconfig.build.json"]) {
  cpSync(part, join(STAGE, part), { recursive: true });
}
writeFileSync(join(STAGE, "package.json"), JSON.stringify(withJsiiModulesAlone()));

const { status } = spawnSync("npx", ["--no-install", "jsii", "--fail-on-warnings", STAGE], {
  stdio: "inherit",
  shell: process.platform === "win32",
  env: { ...process.env, JSII_SILENCE_WARNING_END_OF_LIFE_NODE_VERSION: "20" },
});
process.exitCode = status ?? 1;
if (status === 0) {
  for (const made of ["dist", ".jsii"]) renameSync(join(STAGE, made), made);
  for (const file of filesIn("lib")) {
    if (extname(file) !== ".ts") cpSync(join("lib", file), join("dist", file));
  }
  writeFileSync(join("dist", "index.js"), lazyIndex(join("dist", "index.js")));
  bundleChecks();
}
rmSync(STAGE, { recursive: true });

function withJsiiModulesAlone(): Record<string, unknown> {
  const {
    dependencies: _,
    peerDependencies,
    peerDependenciesMeta,
    ...rest
  } = JSON.parse(readFileSync("package.json", "utf8"));
  const needed = Object.entries(peerDependencies).filter(([name]) => !peerDependenciesMeta[name]?.optional);
  return { ...rest, peerDependencies: Object.fromEntries(needed) };
}

/** A program uses few constructs: each module is loaded when something of it is asked for. */
function lazyIndex(file: string): string {
  const modules = [...readFileSync(file, "utf8").matchAll(/__exportStar\(require\("(.+?)"\), exports\)/g)];
  const lines = modules.flatMap(([, module = ""]) =>
    Object.keys(require(resolve("dist", module))).map((name) => ({ name, module })),
  );
  return [
    '"use strict";',
    'Object.defineProperty(exports, "__esModule", { value: true });',
    // Written out for each name, Node would take such getters for unsafe, and hide the names from native ES modules.
    "function lazy(name, load) {",
    "  Object.defineProperty(exports, name, { enumerable: true, get: () => load()[name] });",
    "}",
    ...lines.map(({ name, module }) => `lazy("${name}", () => require("${module}"));`),
    "// Never run: native ES modules read the names from it.",
    `0 && (module.exports = { ${lines.map(({ name }) => name).join(", ")} });`,
    "",
  ].join("\n");
}
