import { readFileSync } from "node:fs";
import type { Requirements } from "./requirements";
import { requirementsProblems } from "./requirements-problems";

const WRITE = "write it with cdktf-azure-identity prerequisites --format json";

/** Reads a file that `cdktf-azure-identity prerequisites --format json` wrote. */
export function readRequirements(file: string): Requirements {
  const value = parse(file);
  const problems = requirementsProblems(value);
  if (problems.length > 0) {
    throw new Error(`${file} holds no requirements: ${problems.join("\n  ")}\n  ${WRITE}`);
  }
  return value as Requirements;
}

function parse(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch (error) {
    // What stands in a wrong file is not repeated: it may be a secret.
    const why = error instanceof SyntaxError ? "allowed is JSON in UTF-8" : (error as Error).message;
    throw new Error(`${file} cannot be read as JSON: ${why}; ${WRITE}`);
  }
}
