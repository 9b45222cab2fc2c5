import type { SmallStack } from "./small-stack";

/** `warned` is a kind of agreement: where Terraform fails the rules spoke, and where it passes it is advice. */
export type Judgement = "agree" | "warned" | "advice" | "too strict" | "silent";

/** What the two sides come to. Information alone is no word of warning. */
export function judge({ rules = [], terraform = "passes" }: SmallStack): Judgement {
  const refuses = rules.some((rule) => rule.startsWith("error "));
  const warns = rules.some((rule) => rule.startsWith("warning "));
  if (terraform === "passes") return refuses ? "too strict" : rules.length > 0 ? "advice" : "agree";
  return refuses ? "agree" : warns ? "warned" : "silent";
}

export function isAgreement(judgement: Judgement): boolean {
  return judgement !== "too strict" && judgement !== "silent";
}
