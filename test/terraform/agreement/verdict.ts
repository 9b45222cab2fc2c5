import type { Outcome, SmallStack } from "./small-stack";
import { withSynthesized } from "./synthesize";
import { terraformOf } from "./terraform";

export interface Verdict {
  readonly rules: readonly string[];
  /** Whether `app.synth()` fails. */
  readonly isRefused: boolean;
  readonly terraform: Outcome;
}

/** Has the rules and Terraform say what they say of a stack. */
export function verdictOn({ before, build, variables }: SmallStack): Promise<Verdict> {
  return withSynthesized(before ? [before, build] : [build], async (steps) => {
    const { findings = [], isRefused = false } = steps.at(-1) ?? {};
    return {
      rules: [...new Set(findings.map(({ level, rule }) => `${level} ${rule}`))].sort(),
      isRefused,
      terraform: await terraformOf(
        steps.map(({ folder }) => folder),
        variables,
      ),
    };
  });
}
