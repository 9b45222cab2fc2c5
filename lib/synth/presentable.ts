import { dirname } from "node:path";

const LIBRARY = dirname(__dirname);

/**
 * The error of a synth that the rules failed, as the user should see it; any other error stays as it is.
 *
 * The answer of the rules loses the path of the stack that gave it, as it speaks of all stacks. The trace loses the
 * frames of cdktf and of this library: between the findings and the user's own line they are noise. One frame stays
 * in any case, as node prints an error without any as `[Error: ...]`.
 */
export function presentable(error: unknown, answer: string | undefined): unknown {
  if (!(error instanceof Error) || !answer || !error.message.includes(answer)) return error;
  const { message, stack = "" } = error;
  const frames = stack
    .slice(stack.indexOf(message) + message.length)
    .split("\n")
    .filter((line) => line.trim());
  const kept = frames.filter((frame) => !isInner(frame));
  const trace = (kept.length > 0 ? kept : frames.slice(-1)).join("\n");
  error.message = withoutPath(message, answer).trimEnd();
  error.stack = `${error.name}: ${error.message}\n${trace}`;
  return error;
}

function withoutPath(message: string, answer: string): string {
  const start = message.indexOf(answer);
  return message.slice(0, start).replace(/\[[^[\]]*\] $/, "") + message.slice(start);
}

function isInner(frame: string): boolean {
  return /node_modules|node:internal|at Array\.\w+ \(<anonymous>\)/.test(frame) || frame.includes(LIBRARY);
}
