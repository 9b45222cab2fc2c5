import { newStack } from "../support";
import { credential, ISSUER, rawCredential } from "./federated-support";
import { describeText } from "./federated-text";
import { checkedStack, found, places } from "./support";

describeText("issuer", `${ISSUER}/`);

test("the message of an issuer says what is allowed and the fix", () => {
  const stack = newStack();
  credential(stack, "ours", { issuer: "http://issuer.example/*" });
  expect(found("federated-issuer", stack)).toEqual([
    {
      rule: "federated-issuer",
      level: "error",
      stack: "test",
      path: "test/ours",
      address: "azurerm_federated_identity_credential.ours",
      message:
        'issuer "http://issuer.example/*" contains "*", which stands for nothing but itself and is not an https URL; ' +
        "allowed is an https URL of at most 600 characters, without white space around it and without *; write it as the " +
        "tokens of the provider have it in iss",
    },
  ]);
});

test.each([
  "issuer.example",
  "http://issuer.example",
  "azurerm_kubernetes_cluster.aks.oidc_issuer_url",
  "http://${local.host}",
])("the issuer %j is not an https URL", (issuer) => {
  const stack = checkedStack();
  rawCredential(stack, "raw", { issuer });
  expect(places("federated-issuer", stack)).toEqual(["warning test/raw"]);
});

test.each([
  "HTTPS://issuer.example",
  "https://${local.host}/x",
  "https${local.rest}",
  "${local.a}/x",
])("the issuer %j is, or may be", (issuer) => {
  const stack = checkedStack();
  rawCredential(stack, "raw", { issuer });
  expect(found("federated-issuer", stack)).toEqual([]);
});
