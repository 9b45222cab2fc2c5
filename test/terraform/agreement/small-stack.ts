import type { TerraformStack } from "cdktf";
import type { UserAssignedIdentity } from "cdktf-azure-identity";

export type Phase = "validate" | "plan" | "apply" | "destroy";

/** What Terraform makes of a stack: the first thing that goes wrong from the plan to the destroy, or nothing. */
export type Outcome = "passes" | `fails at ${Phase}: ${string}` | `replaces ${string}` | `changes ${string}`;

export type Level = "error" | "warning" | "information";

/** Adds to a stack that has an azurerm provider and an identity of this library, so that the rules look at it. */
export type Build = (stack: TerraformStack, ours: UserAssignedIdentity) => void;

/** A few lines of a program, and what both sides say of it. */
export interface SmallStack {
  /** What it does, as a sentence without its period. */
  readonly title: string;
  readonly build: Build;
  /** What the same program was when it was applied before. @default - nothing was applied */
  readonly before?: Build;
  /** Values of its variables. @default - it has none */
  readonly variables?: { readonly [name: string]: unknown };
  /** What the rules find, each once, in alphabetical order. @default - nothing */
  readonly rules?: readonly `${Level} ${string}`[];
  /** @default "passes" */
  readonly terraform?: Outcome;
  /** Why the two may say different things. @default - they agree */
  readonly reason?: string;
}

/** Small stacks about one thing. */
export interface Theme {
  readonly title: string;
  /** The file that they are in. */
  readonly file: string;
  readonly stacks: readonly SmallStack[];
}
