import type { Entry } from "../model/entry";
import type { Model } from "../model/model";
import type { RuleLevel } from "./finding";
import type { RuleSettings } from "./settings";

/** A resource or a data source; a provider, a backend or a stack has an owner in no construct. */
export type Culprit = Pick<Entry, "stack" | "address" | "path"> & Partial<Pick<Entry, "own">>;

/** One place where a rule is not kept. */
export interface Violation {
  /** What is at fault. Of two it decides the level: the raw one where the rule says little about raw resources. */
  readonly entry: Culprit;
  /** What was given, what is allowed, the fix; lower case, no final period. */
  readonly message: string;
  /** Levels for this one place, where those of the rule say too much or too little. */
  readonly level?: RuleLevel;
  readonly rawLevel?: RuleLevel;
  /** The same seen from the other one of two, which counts where the stack of `entry` is not checked. */
  readonly mirrored?: Pick<Violation, "entry" | "message">;
}

/** A check of what stacks say: one pure function in one file, listed in the registry. */
export interface Rule {
  /** Words joined by `-`. Users write it in acknowledgements: it never changes. */
  readonly id: string;
  /** What the rule asks for, as a line of docs/rules.md. */
  readonly title: string;
  /** What happens when it is not kept. */
  readonly why: string;
  /** The Azure, provider or Terraform document or behaviour that the rule comes from. */
  readonly source: string;
  /** The level for what constructs of this library make. */
  readonly level: RuleLevel;
  /**
   * The level for raw resources until `IdentityRules.enforce`: an error only for what certainly fails at validate,
   * plan or apply, so that the first construct of this library turns no working resource of others red.
   */
  readonly rawLevel: RuleLevel;
  /** Most rules need the model alone; levels and acknowledgements are not theirs to look at. */
  check(
    model: Model,
    settings: Pick<RuleSettings, "conventions" | "isWholeApp" | "permissionGaps">,
  ): Violation[];
}
