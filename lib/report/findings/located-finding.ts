import type { EvaluatedFinding } from "../../rules/evaluate";

/** A finding with the place in Terraform JSON that it is about. */
export interface LocatedFinding extends EvaluatedFinding {
  readonly file: string;
  /** From 1. */
  readonly line: number;
}
