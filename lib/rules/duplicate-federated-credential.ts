import type { Entry } from "../model/entry";
import type { FederatedCredential } from "../model/federated-credential";
import { identityKey } from "../model/identity-place";
import { follow, type Model } from "../model/model";
import { literalText, showValue, type Value, valueKey } from "../model/value";
import { pairs } from "./pairs";
import type { Rule } from "./rule";

export const duplicateFederatedCredential: Rule = {
  id: "duplicate-federated-credential",
  title: "an identity has one federated credential of a name, and one for an issuer and subject",
  why: "Azure refuses the second one halfway through the apply",
  source: "Azure, Important considerations and restrictions for federated identity credentials (errors)",
  level: "error",
  rawLevel: "error",
  check: (model) => {
    const credentials = new Map(model.federatedCredentials.map((each) => [each.entry, each]));
    const credentialOf = (entry: Entry) => credentials.get(entry) as FederatedCredential;
    const entries = [...credentials.keys()];
    return [
      ...pairs(
        entries,
        (entry) => nameKey(model, credentialOf(entry)),
        (entry, other) =>
          `federated credential name "${shown(model, credentialOf(entry).name)}" is the name of ${other.path} too, on ` +
          "the same identity; allowed is each name once; rename one of the two",
      ),
      ...pairs(
        entries,
        (entry) => subjectKey(model, credentialOf(entry)),
        (entry, other) => {
          const { issuer, subject } = credentialOf(entry);
          return (
            `subject "${shown(model, subject)}" of issuer "${shown(model, issuer)}" is trusted by ${other.path} too, on ` +
            "the same identity; allowed is once; remove one of the two"
          );
        },
      ),
    ];
  },
};

/** Azure ignores the case of names. */
function nameKey(model: Model, { entry, name, identityId }: FederatedCredential): string | undefined {
  const text = entry.repeated ? undefined : literalText(follow(model, name));
  return text && identityId && `${identityKey(model, identityId)}|${text.toLowerCase()}`;
}

/** Of issuers and subjects the case counts. */
function subjectKey(
  model: Model,
  { entry, issuer, subject, identityId }: FederatedCredential,
): string | undefined {
  const [givenIssuer, givenSubject] = [follow(model, issuer), follow(model, subject)];
  if (entry.repeated || !givenIssuer || !givenSubject || !identityId) return undefined;
  return [identityKey(model, identityId), exactKey(givenIssuer), exactKey(givenSubject)].join("|");
}

function exactKey(value: Value): string {
  if (value.kind === "template") return value.parts.map(exactKey).join("");
  return value.kind === "literal" ? String(value.value) : valueKey(value);
}

function shown(model: Model, value: Value | undefined): string {
  const given = follow(model, value);
  return given ? showValue(given) : "";
}
