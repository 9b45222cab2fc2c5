import { follow } from "../model/model";
import { literalStart, type Value } from "../model/value";
import { textProblems } from "./federated-text";
import type { Rule } from "./rule";

export const federatedIssuer: Rule = {
  id: "federated-issuer",
  title: "the issuer of a federated credential is the https URL of an identity provider",
  why: "Azure refuses an empty or long one; any other is taken, and then no token ever fits the credential",
  source: "Azure, Important considerations and restrictions for federated identity credentials (issuer)",
  level: "error",
  rawLevel: "warning",
  check: (model) =>
    model.federatedCredentials.flatMap(({ entry, issuer }) => {
      const given = follow(model, issuer);
      const problems = textProblems(given, mayBeHttps(given) ? [] : ["is not an https URL"]);
      if (!problems) return [];
      const message =
        `issuer ${problems.text}; allowed is an https URL of at most 600 characters, without white space around it and ` +
        "without *; write it as the tokens of the provider have it in iss";
      return [{ entry, message, ...(problems.isRefused ? { rawLevel: "error" as const } : {}) }];
    }),
};

const SCHEME = "https://";

function mayBeHttps(issuer: Value | undefined): boolean {
  const start = literalStart(issuer).trimStart().toLowerCase();
  if (issuer?.kind === "literal") return start.startsWith(SCHEME);
  return start.startsWith(SCHEME) || SCHEME.startsWith(start);
}
