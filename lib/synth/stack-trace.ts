import { dirname } from "node:path";

const LIBRARY = dirname(__dirname);

/**
 * Takes the frames of cdktf and of this library out of the trace of a failed synth: between the findings and the
 * user's own line they are noise. One frame stays in any case, as node prints an error without any as `[Error: ...]`.
 */
export function withoutInnerFrames(error: unknown): unknown {
  if (!(error instanceof Error) || !error.stack?.includes(error.message)) return error;
  const head = error.stack.slice(0, error.stack.indexOf(error.message) + error.message.length);
  const frames = error.stack
    .slice(head.length)
    .split("\n")
    .filter((line) => line.trim());
  const isInner = (frame: string) => /node_modules|node:internal/.test(frame) || frame.includes(LIBRARY);
  const kept = frames.filter((frame) => !isInner(frame));
  error.stack = [head.trimEnd(), ...(kept.length > 0 ? kept : frames.slice(-1))].join("\n");
  return error;
}
