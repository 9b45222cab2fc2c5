import { dirname } from "node:path";

const LIBRARY = dirname(__dirname);

/**
 * The error of a failed synth as the user should see it. The answer of the rules loses the path of the stack that
 * gave it, as it speaks of all stacks. The trace loses the frames of cdktf and of this library: between the findings
 * and the user's own line they are noise. One frame stays in any case, as node prints an error without any as
 * `[Error: ...]`.
 */
export function presentable(error: unknown, answeredBy: string, answer: string | undefined): unknown {
  if (!(error instanceof Error)) return error;
  const { message, stack = "" } = error;
  error.message = message.replace(`[${answeredBy}] ${answer}`, () => answer ?? "").trimEnd();
  if (!stack.includes(message)) return error;
  const frames = stack
    .slice(stack.indexOf(message) + message.length)
    .split("\n")
    .filter((line) => line.trim());
  const kept = frames.filter((frame) => !isInner(frame));
  const trace = (kept.length > 0 ? kept : frames.slice(-1)).join("\n");
  error.stack = `${error.name}: ${error.message}\n${trace}`;
  return error;
}

function isInner(frame: string): boolean {
  return /node_modules|node:internal|at Array\.\w+ \(<anonymous>\)/.test(frame) || frame.includes(LIBRARY);
}
