import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { NotUnderstood } from "./not-understood";

const SOURCE_MAP = "//# sourceMappingURL=data:application/json;base64,";

/** Where the generator puts the structs of a class that has very many. */
const STRUCTS = "index-structs";

/** The file of a class folder: TypeScript of `cdktf get`, else JavaScript of an npm package. */
export function classFile(folder: string): string | undefined {
  return ["index.ts", "index.js"].map((name) => join(folder, name)).find(existsSync);
}

/**
 * The TypeScript that the generator of cdktf wrote, with the structs that it put in files beside it. In a package it
 * is taken from the source map: the compiled code has lost which attributes are computed.
 *
 * @throws NotUnderstood for JavaScript without its source
 */
export function generatedSource(file: string): string {
  const folder = join(dirname(file), STRUCTS);
  const ending = file.endsWith(".ts") ? /^structs\d+\.ts$/ : /^structs\d+\.js$/;
  const structs = existsSync(folder) ? readdirSync(folder).filter((name) => ending.test(name)) : [];
  return [file, ...structs.map((name) => join(folder, name))].map(typescript).join("\n");
}

function typescript(file: string): string {
  const text = readFileSync(file, "utf8");
  if (file.endsWith(".ts")) return text;
  const start = text.lastIndexOf(SOURCE_MAP);
  const map = start < 0 ? "{}" : Buffer.from(text.slice(start + SOURCE_MAP.length), "base64").toString();
  const [source] = (JSON.parse(map) as { sourcesContent?: string[] }).sourcesContent ?? [];
  if (source !== undefined) return source;
  throw new NotUnderstood(
    "the JavaScript has no source map with its source; allowed are packages as the cdktf project published them, and folders that cdktf get wrote; generate the bindings with cdktf get and name their folder",
  );
}
