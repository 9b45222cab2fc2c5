import { follow } from "../model/model";
import { textProblems } from "./federated-text";
import type { Rule } from "./rule";

export const federatedSubject: Rule = {
  id: "federated-subject",
  title: "the subject of a federated credential is one whole name, and no pattern",
  why: "Azure refuses an empty or long one; any other is taken, and then no token ever fits the credential",
  source:
    "Azure, Important considerations and restrictions for federated identity credentials (subject, wildcards)",
  level: "error",
  rawLevel: "warning",
  check: (model) =>
    model.federatedCredentials.flatMap(({ entry, subject }) => {
      const problems = textProblems(follow(model, subject));
      if (!problems) return [];
      const message =
        `subject ${problems.text}; allowed are 1-600 characters without white space around them and without *; write it ` +
        "as the tokens of the workload have it in sub, one credential for each";
      return [{ entry, message, ...(problems.isRefused ? { rawLevel: "error" as const } : {}) }];
    }),
};
