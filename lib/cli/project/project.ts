import type { Model } from "../../model/model";
import type { StackSource } from "../../model/terraform-json";
import type { IdentityReport } from "../../report/identity-report";

/** What a folder with Terraform JSON holds: the output of cdktf, or what another program wrote. */
export interface Project {
  /** What the user named: a folder, or a file in it. */
  readonly given: string;
  /** Of all stacks together, so that what one reads of another is linked. */
  readonly model: Model;
  readonly stacks: readonly ProjectStack[];
  /** What the reader has to know of the input, one line each: a report that is missing or of other JSON. */
  readonly notices: readonly string[];
  /**
   * Whether these are all stacks of an app, with the reports of all of them or of none: what a report accepts can be
   * known only from the report of another stack.
   */
  readonly isWholeApp: boolean;
}

export interface ProjectStack {
  /** Construct path; the folder where nothing tells it. */
  readonly path: string;
  /** Where its Terraform is run. */
  readonly folder: string;
  /** The files that it is read from, in the order in which Terraform reads them. */
  readonly files: readonly string[];
  readonly source: StackSource;
  /** What its synth wrote, where it is of this very JSON. */
  readonly report?: IdentityReport;
}
