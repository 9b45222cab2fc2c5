import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { ModuleKind, ScriptTarget, transpileModule } from "typescript";

/** Compiles bindings to `lib` of a package, with the source maps that published packages have; returns the package. */
export function compile(folder: string, target: string): string {
  for (const name of readdirSync(folder, { recursive: true, encoding: "utf8" })) {
    if (!name.endsWith(".ts")) continue;
    const { outputText } = transpileModule(readFileSync(join(folder, name), "utf8"), {
      compilerOptions: {
        inlineSourceMap: true,
        inlineSources: true,
        module: ModuleKind.CommonJS,
        target: ScriptTarget.ES2020,
      },
    });
    const file = join(target, "lib", name.replace(/\.ts$/, ".js"));
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, outputText);
  }
  return target;
}
