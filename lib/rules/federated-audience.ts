import { TOKEN_EXCHANGE_AUDIENCE, TOKEN_EXCHANGE_AUDIENCES } from "../azure/token-exchange-audiences";
import type { FederatedCredential } from "../model/federated-credential";
import { follow, type Model } from "../model/model";
import { literalText, showValue } from "../model/value";
import { textProblems } from "./federated-text";
import type { Rule, Violation } from "./rule";

export const federatedAudience: Rule = {
  id: "federated-audience",
  title: "a federated credential has one audience, the one that Azure asks for",
  why: "Azure refuses none and several; with another one the program has to ask its issuer for a token made for that",
  source:
    "Azure, Important considerations and restrictions for federated identity credentials (audiences, errors)",
  level: "error",
  rawLevel: "error",
  check: (model) =>
    model.federatedCredentials.flatMap((credential) => {
      const problem = problemOf(model, credential);
      if (!problem) return [];
      const { text, ...levels } = problem;
      const message = `${text}; allowed is exactly one, "${TOKEN_EXCHANGE_AUDIENCE}" in Azure's public cloud; write ["${TOKEN_EXCHANGE_AUDIENCE}"]`;
      return [{ entry: credential.entry, message, ...levels }];
    }),
};

type Problem = Pick<Violation, "level" | "rawLevel"> & { readonly text: string };

function problemOf(model: Model, { audiences }: FederatedCredential): Problem | undefined {
  if (!audiences) return undefined;
  const [first, ...others] = audiences;
  if (!first) return { text: "audience is not given" };
  if (others.length > 0) return { text: `audience has ${audiences.length} values` };
  const given = follow(model, first);
  const refused = textProblems(given);
  if (refused?.isRefused) return { text: `audience ${refused.text}` };
  const text = literalText(given);
  if (!given || text === undefined || TOKEN_EXCHANGE_AUDIENCES.includes(text)) return undefined;
  return {
    text: `audience "${showValue(given)}" is none that Azure documents`,
    level: "warning",
    rawLevel: "warning",
  };
}
