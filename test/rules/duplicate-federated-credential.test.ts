import { AzurermProvider } from "@cdktf/provider-azurerm/lib/provider";
import { Lazy, TerraformStack } from "cdktf";
import { UserAssignedIdentity } from "cdktf-azure-identity";
import { GROUP, GUID, newApp, newStack } from "../support";
import { credential, rawCredential } from "./federated-support";
import { checkedStack, found, IDENTITY_ID, LATE_TEXTS, places, prepared } from "./support";

const RULE = "duplicate-federated-credential";
const SAME = { subject: "repo:shop/orders:pull_request" };

/** The identity of IDENTITY_ID, made by the app. */
function made(stack: TerraformStack): UserAssignedIdentity {
  return new UserAssignedIdentity(stack, "identity", { ...GROUP, name: "id-orders" });
}

test("credentials that differ in issuer or subject, or are on two identities, are accepted", () => {
  const stack = newStack();
  credential(stack, "one", SAME);
  credential(stack, "subject", { subject: SAME.subject.toUpperCase() });
  credential(stack, "issuer", { ...SAME, issuer: "https://other.example" });
  rawCredential(stack, "identity", { ...SAME, name: "cred-one", parentId: `${IDENTITY_ID}-2` });
  rawCredential(stack, "partly", { subject: "${local.a}:A" });
  rawCredential(stack, "cased", { subject: "${local.a}:a" });
  expect(found(RULE, stack)).toEqual([]);
});

test("a second credential for an issuer and subject is an error that names the first", () => {
  const stack = newStack();
  credential(stack, "one", SAME);
  credential(stack, "two", SAME);
  expect(found(RULE, stack)).toEqual([
    {
      rule: RULE,
      level: "error",
      stack: "test",
      path: "test/two",
      address: "azurerm_federated_identity_credential.two",
      message:
        'subject "repo:shop/orders:pull_request" of issuer "https://token.actions.githubusercontent.com" is trusted by ' +
        "test/one too, on the same identity; allowed is once; remove one of the two",
    },
  ]);
});

test("a second credential of a name is an error, in whatever case", () => {
  const stack = checkedStack();
  rawCredential(stack, "one", { name: "main" });
  rawCredential(stack, "two", { name: "Main" });
  expect(places(RULE, stack)).toEqual(["error test/two"]);
  expect(found(RULE, stack)[0]?.message).toBe(
    'federated credential name "Main" is the name of test/one too, on the same identity; allowed is each name once; ' +
      "rename one of the two",
  );
});

test("an identity is the same by reference, by lookup and written out, from whatever stack", () => {
  const app = newApp();
  const [owner, user] = [newStack("owner", app), newStack("user", app)];
  const { id } = made(owner);
  const lookup = UserAssignedIdentity.fromName(user, "lookup", {
    name: "ID-orders",
    resourceGroupName: "rg-orders",
  });
  rawCredential(owner, "made", { ...SAME, parentId: id });
  rawCredential(owner, "written", { ...SAME, parentId: IDENTITY_ID });
  rawCredential(user, "read", { ...SAME, parentId: id });
  rawCredential(user, "found", { ...SAME, parentId: lookup.id });
  expect(places(RULE, prepared(app))).toEqual(["error owner/written", "error user/read", "error user/found"]);
});

test("identities of equal names are two where their subscriptions are not known to be one", () => {
  const app = newApp();
  const stacks = ["one", "two"].map((id) => {
    const stack = new TerraformStack(app, id);
    new AzurermProvider(stack, "azurerm", {
      features: [{}],
      ...(id === "two" ? { subscriptionId: GUID } : {}),
    });
    return stack;
  });
  for (const stack of [...stacks, newStack("three", app)]) {
    rawCredential(stack, "raw", { ...SAME, parentId: made(stack).id });
  }
  expect(found(RULE, app)).toEqual([]);
});

test("of a raw one and one of the library the latter is found", () => {
  const stack = newStack();
  credential(stack, "ours", SAME);
  rawCredential(stack, "raw", SAME);
  expect(places(RULE, stack)).toEqual(["error test/ours"]);
});

test.each(LATE_TEXTS)("%s is compared only where it is there", (kind, make) => {
  const stack = checkedStack();
  const { text, repeated } = make(stack, "repo:a");
  rawCredential(stack, "one", { subject: "repo:a" });
  rawCredential(stack, "late", { subject: text, ...repeated });
  expect(places(RULE, stack)).toEqual(kind === "a lazy legal text" ? ["error test/late"] : []);
});

test("credentials are compared as they are after overrides and setters, and counted ones are left out", () => {
  const stack = checkedStack();
  rawCredential(stack, "one", SAME);
  rawCredential(stack, "mended", SAME).subject = "other";
  rawCredential(stack, "overridden").addOverride("subject", SAME.subject);
  rawCredential(stack, "lazy", { subject: Lazy.stringValue({ produce: () => SAME.subject }) });
  rawCredential(stack, "counted", SAME).count = 2;
  rawCredential(stack, "nowhere", SAME).addOverride("parent_id", null);
  expect(places(RULE, stack)).toEqual(["error test/overridden", "error test/lazy"]);
});
