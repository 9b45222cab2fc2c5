import { existsSync, readFileSync } from "node:fs";
import type { Requirements } from "./requirements";
import { requirementsProblems } from "./requirements-problems";

const WRITE = "write it with cdktf-azure-identity prerequisites --format json";

/** Reads a file that `cdktf-azure-identity prerequisites --format json` wrote. */
export function readRequirements(file: string): Requirements {
  const value = parse(file);
  if (value === undefined) throw new Error(`${file} is empty; ${WRITE}`);
  const problems = requirementsProblems(value);
  if (problems.length > 0) {
    throw new Error(`${file} holds no requirements: ${problems.join("\n  ")}\n  ${WRITE}`);
  }
  return value as Requirements;
}

function parse(file: string): unknown {
  if (!existsSync(file)) throw new Error(`${file} is missing; ${WRITE}`);
  try {
    const text = readFileSync(file, "utf8");
    return text.trim() === "" ? undefined : JSON.parse(text);
  } catch (error) {
    // What stands in a wrong file is not repeated: it may be a secret.
    const why = error instanceof SyntaxError ? "allowed is JSON in UTF-8" : (error as Error).message;
    throw new Error(`${file} cannot be read as JSON: ${why}; ${WRITE}`);
  }
}
