/** What is checked. */
export interface Packed {
  readonly tarball: string;

  /** An empty folder outside the repository, where the tarball gets installed and used. */
  readonly consumer: string;
}

export interface Check {
  /** What is so when there are no problems. */
  readonly claim: string;

  readonly problemsOf: (packed: Packed) => string[];
}
