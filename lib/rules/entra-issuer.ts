import type { FederatedCredential } from "../model/federated-credential";
import { follow, type Model } from "../model/model";
import { managedIdentityOf } from "../model/principal";
import { literalStart, showValue, type Value } from "../model/value";
import type { Rule } from "./rule";

export const entraIssuer: Rule = {
  id: "entra-issuer",
  title: "a managed identity trusts no other identity of Entra",
  why: "Azure makes the credential, and Entra refuses the token (AADSTS700222): applications alone can trust identities",
  source:
    "Azure, Important considerations and restrictions for federated identity credentials, and Configure an application " +
    "to trust a managed identity; Azure Pipelines, Troubleshoot a workload identity service connection",
  level: "warning",
  rawLevel: "warning",
  check: (model) =>
    model.federatedCredentials.flatMap((credential) => {
      const issuer = follow(model, credential.issuer);
      if (!issuer || !isOfEntra(issuer) || !isIdentity(model, credential)) return [];
      const message =
        `issuer "${showValue(issuer)}" is Entra itself, and the subject that of an identity; allowed are issuers outside ` +
        'of Entra, and of Entra the tokens of Azure\'s own services, whose subject begins with "/eid1/"; bind the role ' +
        "to the other identity, or take the issuer and the subject that the service connection shows";
      return [{ entry: credential.entry, message }];
    }),
};

const HOST = /^https:\/\/([^/]+)\//i;
const OF_ENTRA =
  /(?:^|\.)(?:login\.microsoftonline\.com|login\.windows\.net|login\.microsoft\.com|sts\.windows\.net)$/i;

function isOfEntra(issuer: Value): boolean {
  const text = literalStart(issuer);
  const [, host = ""] = HOST.exec(issuer.kind === "literal" ? `${text}/` : text) ?? [];
  return OF_ENTRA.test(host);
}

/** Service connections of Azure Pipelines, and other services of Azure, have tokens of Entra that are exchanged. */
const OF_A_SERVICE = "/eid1/";

/** Whether the subject is certainly not of a service: a GUID, say, or the principal id of an identity of the app. */
function isIdentity(model: Model, { subject }: FederatedCredential): boolean {
  if (managedIdentityOf(model, subject)) return true;
  const start = literalStart(follow(model, subject));
  return !start.startsWith(OF_A_SERVICE) && !OF_A_SERVICE.startsWith(start);
}
