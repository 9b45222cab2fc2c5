/**
 * How a check inside of a machine ends, as its exit code. The numbers are in the documentation, as the exit code is what
 * Azure shows of a script in any case.
 */
export const OUTCOME = {
  notAttached: 10,
  noToken: 11,
  noAccess: 12,
  wrongCloud: 13,
  cannotAsk: 14,
} as const;
