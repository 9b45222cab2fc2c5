import type { DeclaredRole } from "../model/declared-role";
import type { MergedElements } from "../model/terraform-json";
import type { Finding } from "../rules/finding";
import type { Acknowledgement, LevelSetting, NamingConvention } from "../rules/settings";

/** The file that each synth writes beside the JSON of a stack. */
export const REPORT_FILE = "identity-report.json";

/** Changed when a reader of the former version would misread the file. */
export const REPORT_VERSION = 1;

/** What a synth found out about one stack, and what its JSON does not tell; `docs/identity-report.md` documents it. */
export interface IdentityReport {
  readonly schemaVersion: typeof REPORT_VERSION;
  /** Version of this library. */
  readonly libraryVersion: string;
  /** Construct path of the stack. */
  readonly stack: string;
  /** The file that the report is about, beside it, and the hash of its bytes in hexadecimal digits. */
  readonly json: { readonly file: string; readonly sha256: string };
  readonly settings: ReportedSettings;
  /** `null` where none is declared. */
  readonly deployer: readonly DeclaredRole[] | null;
  /** At every level, also those that are accepted; none of a stack that is not checked. */
  readonly findings: readonly ReportedFinding[];
  readonly bindings: readonly ReportedBinding[];
  readonly operations: readonly ReportedOperations[];
  /** Resources of which it is not known what Azure is asked for. */
  readonly notCovered: readonly { readonly address: string; readonly reason: string }[];
  /** Addresses of what constructs of this library made; `data.` stands in front of data sources. */
  readonly own: readonly string[];
  /** Constructs that ended up as one element. */
  readonly merged: readonly MergedElements[];
}

/** Who may do what where, as the access matrix has it. */
export interface ReportedBinding {
  readonly address: string;
  /** Construct path. */
  readonly path: string;
  readonly identity: string;
  readonly role: string;
  readonly scope: string;
}

/** What Terraform asks of Azure for resources of one type that ask for the same. */
export interface ReportedOperations {
  /** Terraform type; `provider.azurerm` and `terraform.backend.azurerm` for what those ask for. */
  readonly type: string;
  readonly operations: readonly ReportedOperation[];
  readonly resources: readonly ReportedResource[];
}

export interface ReportedOperation {
  readonly phase: string;
  readonly action: string;
  /** How sure it is that it is asked for. */
  readonly certainty: string;
  /** Where Azure checks it, as a word: `docs/identity-report.md` lists them. */
  readonly scope: string;
  readonly why: string;
  readonly when?: string;
  readonly isData?: true;
}

export interface ReportedResource {
  readonly address: string;
  /**
   * Where Azure checks it: ids by the words that operations use for them; what Terraform alone knows is in angle
   * brackets. Only where a deployer is declared, as its roles are compared at these.
   */
  readonly scopes?: { readonly [scope: string]: readonly string[] };
}

export interface ReportedFinding extends Omit<Finding, "stack"> {
  /** The acknowledgement that accepts it. */
  readonly accepted?: { readonly path: string; readonly reason: string };
}

/** What the program asked of the rules, as far as it is about this stack. */
export interface ReportedSettings {
  /** Whether findings of this stack count. */
  readonly checked: boolean;
  /** Whether raw resources get the full level of each rule. */
  readonly enforced: boolean;
  readonly acknowledgements: readonly Acknowledgement[];
  readonly levels: readonly LevelSetting[];
  readonly conventions: readonly NamingConvention[];
}
