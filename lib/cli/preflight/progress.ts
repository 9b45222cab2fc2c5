import type { Io } from "../io";

/** What is going on, for somebody who looks on: one line of a terminal, written over and gone at the end. */
export interface Progress {
  say(text: string): void;
  end(): void;
}

const START_OF_LINE = "\r\u001B[K";

export function progressOn({ err, isTerminal }: Io): Progress {
  if (!isTerminal) return { say: () => {}, end: () => {} };
  return { say: (text) => err(`${START_OF_LINE}${text}`), end: () => err(START_OF_LINE) };
}
