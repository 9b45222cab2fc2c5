/** Where a command writes, and what it knows of its surroundings: a process, or a test. */
export interface Io {
  /** What was asked for. */
  readonly out: (text: string) => void;
  /** Notices, progress and failures. */
  readonly err: (text: string) => void;
  /** Whether `err` is a terminal, on which a line may be written over. */
  readonly isTerminal: boolean;
  /** The width of the terminal that `out` is; none where it is a file or a pipe. */
  readonly columns?: number | undefined;
  readonly env: Readonly<Record<string, string | undefined>>;
}
