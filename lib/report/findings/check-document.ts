import type { LocatedFinding } from "./located-finding";

/** Changed when a reader of the former version would misread the document. */
export const CHECK_VERSION = 1;

/** What `check --format json` writes, and what the other formats are made of; `docs/command.md` documents it. */
export interface CheckDocument {
  readonly schemaVersion: typeof CHECK_VERSION;
  /** Version of this library. */
  readonly libraryVersion: string;
  /** Construct paths. */
  readonly stacks: readonly string[];
  /** What the reader has to know of the input: a report of a synth that is missing, or of other JSON. */
  readonly notices: readonly string[];
  /** Why the committed requirements fail the check. */
  readonly requirements?: string;
  /** Also those that the program accepts. */
  readonly findings: readonly LocatedFinding[];
}
