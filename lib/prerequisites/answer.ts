/** Whether something is allowed: for sure, not, or if what the reason says holds. */
export type Answer = "yes" | "no" | { readonly unless: string };

/** Allowed if all are. */
export function every(answers: readonly Answer[]): Answer {
  if (answers.includes("no")) return "no";
  return answers.find((answer) => answer !== "yes") ?? "yes";
}

/** Allowed if any is. */
export function some(answers: Iterable<Answer>): Answer {
  let best: Answer = "no";
  for (const answer of answers) {
    if (answer === "yes") return answer;
    if (best === "no") best = answer;
  }
  return best;
}
