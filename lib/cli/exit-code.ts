/** How a command ends: also what CI sees. */
export const EXIT = {
  /** Everything is as it should be. */
  ok: 0,
  /** It was looked at, and is not. */
  found: 1,
  /** It could not be looked at: bad arguments, unreadable input, no answer from Azure. */
  failed: 2,
} as const;

export type ExitCode = (typeof EXIT)[keyof typeof EXIT];
