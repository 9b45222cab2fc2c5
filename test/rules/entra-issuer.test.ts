import { Lazy, TerraformCount } from "cdktf";
import { FederatedSubject, UserAssignedIdentity } from "cdktf-azure-identity";
import { GROUP, GUID, newApp, newStack } from "../support";
import { credential, rawCredential } from "./federated-support";
import { checkedStack, found, LATE_TEXTS, places, prepared } from "./support";

const RULE = "entra-issuer";
const ISSUER = `https://login.microsoftonline.com/${GUID}/v2.0`;

test("a service connection of Azure Pipelines and issuers outside of Entra are accepted", () => {
  const stack = newStack();
  const of = { tenantId: GUID, organizationId: GUID, serviceConnectionId: GUID };
  credential(stack, "pipelines", { ...FederatedSubject.azurePipelines(of) });
  credential(stack, "github");
  credential(stack, "alike", { issuer: "https://login.microsoftonline.com.example/x", subject: GUID });
  credential(stack, "longer", { issuer: "https://mylogin.windows.net/", subject: GUID });
  credential(stack, "path", { issuer: "https://example/login.microsoftonline.com/", subject: GUID });
  expect(found(RULE, stack)).toEqual([]);
});

test("the principal id of another identity is a warning that names what works", () => {
  const stack = newStack();
  credential(stack, "ours", { issuer: ISSUER, subject: GUID });
  rawCredential(stack, "raw", { issuer: ISSUER, subject: GUID });
  expect(places(RULE, stack)).toEqual(["warning test/ours", "warning test/raw"]);
  expect(found(RULE, stack)[0]).toEqual({
    rule: RULE,
    level: "warning",
    stack: "test",
    path: "test/ours",
    address: "azurerm_federated_identity_credential.ours",
    message:
      `issuer "${ISSUER}" is Entra itself, and the subject that of an identity; allowed are issuers outside of Entra, ` +
      'and of Entra the tokens of Azure\'s own services, whose subject begins with "/eid1/"; bind the role to the other ' +
      "identity, or take the issuer and the subject that the service connection shows",
  });
});

test.each([
  "https://sts.windows.net/x/",
  "https://login.windows.net",
  "https://LOGIN.microsoft.com/x",
  "https://eu.login.microsoftonline.com/x",
  "https://login.microsoftonline.com/${local.tenant}/v2.0",
])("the issuer %j is Entra", (issuer) => {
  const stack = checkedStack();
  rawCredential(stack, "raw", { issuer, subject: GUID });
  expect(places(RULE, stack)).toEqual(["warning test/raw"]);
});

test("an identity of the app as the subject is one, also from another stack", () => {
  const app = newApp();
  const [owner, user] = [newStack("owner", app), newStack("user", app)];
  const identity = new UserAssignedIdentity(owner, "identity", { ...GROUP, name: "id-a" });
  credential(user, "ours", { issuer: ISSUER, subject: identity.principalId });
  expect(places(RULE, prepared(app))).toEqual(["warning user/ours"]);
});

test.each(LATE_TEXTS)("%s says nothing", (kind, make) => {
  const stack = checkedStack();
  const { text, repeated } = make(stack, "/eid1/c");
  rawCredential(stack, "subject", { issuer: ISSUER, subject: text, ...repeated });
  rawCredential(stack, "issuer", { issuer: text, subject: GUID, ...repeated });
  expect([kind, found(RULE, stack)]).toEqual([kind, []]);
});

test("what counts is what a credential has after overrides and setters, counted or not", () => {
  const stack = checkedStack();
  const entra = { issuer: ISSUER, subject: GUID };
  rawCredential(stack, "mended", entra).subject = "/eid1/c";
  rawCredential(stack, "set", { subject: GUID }).issuer = ISSUER;
  rawCredential(stack, "overridden", { issuer: ISSUER }).addOverride("subject", GUID);
  rawCredential(stack, "lazy", { issuer: ISSUER, subject: Lazy.stringValue({ produce: () => GUID }) });
  rawCredential(stack, "counted", entra).count = TerraformCount.of(2);
  expect(places(RULE, stack)).toEqual([
    "warning test/set",
    "warning test/overridden",
    "warning test/lazy",
    "warning test/counted",
  ]);
});
