import { dirname } from "node:path";

const LIBRARY = dirname(__dirname);

/**
 * The error of findings. Its trace leaves out the frames of cdktf and of this library: between the findings and the
 * user's own line they are noise. One frame stays in any case, as node prints an error without any as `[Error: ...]`.
 */
export function findingsError(text: string): Error {
  const error = new Error(`cdktf-azure-identity found ${text.trimEnd()}`);
  const frames = (error.stack ?? "")
    .slice(`${error.name}: ${error.message}`.length)
    .split("\n")
    .filter((line) => line.trim());
  const kept = frames.filter((frame) => !isInner(frame));
  error.stack = `${error.name}: ${error.message}\n${(kept.length > 0 ? kept : frames.slice(-1)).join("\n")}`;
  return error;
}

/** Adds findings to an error with which cdktf says that validations or annotations failed; others stay as they are. */
export function alsoSaying(error: unknown, findings: () => string | undefined): unknown {
  if (
    !(error instanceof Error) ||
    !/^(?:App-level v|V)alidation failed|^Encountered Annotations/.test(error.message)
  ) {
    return error;
  }
  const text = findings();
  return text ? withMore(error, text.trimEnd()) : error;
}

/** Adds a text to an error, in its message and in its trace. */
export function withMore(error: Error, text: string): Error {
  const { message, stack = "" } = error;
  error.message = `${message}\n${text}`;
  error.stack = stack.replace(message, () => error.message);
  return error;
}

function isInner(frame: string): boolean {
  return /node_modules|node:internal|at Array\.\w+ \(<anonymous>\)/.test(frame) || frame.includes(LIBRARY);
}
