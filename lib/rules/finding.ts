/** An error fails the synth; a warning and an information become cdktf annotations. */
export type RuleLevel = "error" | "warning" | "information";

/** Something that a rule found, with the level that the user's settings give it. */
export interface Finding {
  /** Id of the rule. */
  readonly rule: string;

  /** What becomes of it: an error fails the synth. */
  readonly level: RuleLevel;

  /** Construct path of the stack. */
  readonly stack: string;

  /** Construct path of what is at fault. */
  readonly path: string;

  /** Its Terraform address. */
  readonly address: string;

  /** What was given, what is allowed and the fix. */
  readonly message: string;
}
