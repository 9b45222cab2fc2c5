import { join } from "node:path";
import { Failure } from "../failure";
import type { StackPlace } from "./find-stacks";
import { jsonKeys } from "./json-keys";
import { Problems } from "./problems";
import type { ProjectStack } from "./project";
import { parseJson, readBytes, textOf } from "./read-json";
import { readModule } from "./read-module";
import { type FoundReport, readReport } from "./read-report";
import { terraformBlocks } from "./terraform-blocks";

export interface ReadStack {
  readonly stack: ProjectStack;
  /** Nothing where none lies beside it. */
  readonly found: FoundReport | undefined;
}

/** @throws Failure when it is no Terraform JSON, or cannot be read */
export function readStack({ folder, json: names, path, name }: StackPlace): ReadStack {
  const problems = new Problems();
  const files = names.flatMap((name) => problems.during(() => readFile(folder, name)) ?? []);
  problems.throwAny();
  const json = readModule(folder, files);
  const found = readReport(folder, new Map(files.map(({ name, bytes }) => [name, bytes])));
  const report = found && "report" in found ? found.report : undefined;
  const known = path ?? report?.stack ?? name;
  const stack = {
    path: known,
    folder,
    files: names.map((name) => join(folder, name)),
    source: { path: known, json, own: new Set(report?.own), merged: report?.merged ?? [] },
    ...(report ? { report } : {}),
  };
  return { stack, found };
}

function readFile(folder: string, name: string) {
  const file = join(folder, name);
  const bytes = readBytes(file);
  const text = textOf(file, bytes);
  const json = parseJson(file, text);
  checkKeys(file, text);
  return { name, bytes, blocks: terraformBlocks(file, json) };
}

const COMMENT = "//";

/** Terraform reads each of two blocks with equal keys; here the first would be passed over without a word. */
function checkKeys(file: string, text: string): void {
  for (const { keys, line, isRepeated } of jsonKeys(text)) {
    if (!isRepeated || keys.at(-1) === COMMENT) continue;
    throw new Failure(
      `${file} has ${keys.join(".")} again at line ${line}; allowed is each key once in an object; put what both have into one`,
    );
  }
}
