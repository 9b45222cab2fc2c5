import { AzurermProvider } from "@cdktf/provider-azurerm/lib/provider";
import { UserAssignedIdentity as RawIdentity } from "@cdktf/provider-azurerm/lib/user-assigned-identity";
import { Lazy, TerraformCount } from "cdktf";
import { FederatedCredential, FederatedSubject, UserAssignedIdentity } from "cdktf-azure-identity";
import { GROUP, GUID, newApp, newStack, SUBSCRIPTION } from "../support";
import { rawCredential } from "./federated-support";
import { checkedStack, found, IDENTITY_ID, LATE_TEXTS, places, prepared } from "./support";

const RULE = "misplaced-federated-credential";
const subject = FederatedSubject.of({ issuer: "https://issuer.example", subject: "s" });

test("a credential of the library is where its identity is, and a raw one in whatever case", () => {
  const stack = newStack();
  const identity = new UserAssignedIdentity(stack, "identity", { ...GROUP, name: "id-a" });
  identity.trust("main", subject);
  identity.resource.addOverride("resource_group_name", "rg-moved");
  const found_ = UserAssignedIdentity.fromId(stack, "found", IDENTITY_ID);
  new FederatedCredential(stack, "other", { identity: found_, subject });
  rawCredential(stack, "raw", { resourceGroupName: "RG-Orders" });
  rawCredential(stack, "newer").addOverride("resource_group_name", null);
  expect(found(RULE, stack)).toEqual([]);
});

test("another group is an error that names the right one", () => {
  const stack = checkedStack();
  rawCredential(stack, "raw", { resourceGroupName: "rg-ci" });
  expect(found(RULE, stack)).toEqual([
    {
      rule: RULE,
      level: "error",
      stack: "test",
      path: "test/raw",
      address: "azurerm_federated_identity_credential.raw",
      message:
        'resource_group_name "rg-ci" is not the group of identity "id-orders"; allowed is "rg-orders"; write that, or ' +
        "let FederatedCredential take it from the identity",
    },
  ]);
});

test("another subscription is an error that names the right one", () => {
  const stack = newStack();
  const provider = new AzurermProvider(stack, "hub", { features: [{}], alias: "hub", subscriptionId: GUID });
  const identity = new UserAssignedIdentity(stack, "identity", { ...GROUP, name: "id-a", provider });
  identity.trust("main", subject);
  new FederatedCredential(stack, "apart", { identity, subject, name: "other" });
  expect(found(RULE, stack).map(({ path, message }) => [path, message])).toEqual([
    [
      "test/apart",
      `the provider's subscription "${SUBSCRIPTION}" is not that of identity "id-a"; allowed is "${GUID}"; pass an ` +
        "azurerm provider of that subscription",
    ],
  ]);
});

test("a subscription that is not known is compared with none", () => {
  const stack = checkedStack();
  const provider = new AzurermProvider(stack, "hub", { features: [{}], alias: "hub" });
  rawCredential(stack, "raw", { provider });
  expect(found(RULE, stack)).toEqual([]);
});

test("an identity of another stack is found", () => {
  const app = newApp();
  const identity = new RawIdentity(newStack("owner", app), "identity", { ...GROUP, name: "id-a" });
  const user = checkedStack("user", app);
  rawCredential(user, "right", { parentId: identity.id });
  rawCredential(user, "wrong", { parentId: identity.id, resourceGroupName: "rg-ci" });
  expect(places(RULE, prepared(app))).toEqual(["error user/wrong"]);
});

test.each(LATE_TEXTS)("%s as the group says nothing", (_, make) => {
  const stack = checkedStack();
  const { text, repeated } = make(stack, "rg-orders");
  rawCredential(stack, "group", { resourceGroupName: text, ...repeated });
  expect(found(RULE, stack)).toEqual([]);
});

test.each(LATE_TEXTS)("%s as the identity says nothing", (kind, make) => {
  const stack = checkedStack();
  const { text, repeated } = make(stack, IDENTITY_ID);
  rawCredential(stack, "raw", { parentId: text, resourceGroupName: "rg-ci", ...repeated });
  expect(places(RULE, stack)).toEqual(kind === "a lazy legal text" ? ["error test/raw"] : []);
});

test("what counts is what a credential has after overrides and setters, counted or not", () => {
  const stack = checkedStack();
  const elsewhere = { resourceGroupName: "rg-ci" };
  const counted = new RawIdentity(stack, "counted-identity", { ...GROUP, name: "id-a" });
  counted.count = 2;
  rawCredential(stack, "mended", elsewhere).resourceGroupName = "rg-orders";
  rawCredential(stack, "set").resourceGroupName = "rg-ci";
  rawCredential(stack, "overridden").addOverride("resource_group_name", "rg-ci");
  rawCredential(stack, "lazy", { resourceGroupName: Lazy.stringValue({ produce: () => "rg-ci" }) });
  rawCredential(stack, "counted", { ...elsewhere, count: TerraformCount.of(2) });
  rawCredential(stack, "first", { ...elsewhere, parentId: `\${${counted.fqn}[0].id}` });
  expect(places(RULE, stack)).toEqual([
    "error test/set",
    "error test/overridden",
    "error test/lazy",
    "error test/counted",
  ]);
});

test("a credential that gives the whole id as user_assigned_identity_id says nothing", () => {
  const stack = checkedStack();
  const raw = rawCredential(stack, "raw", { resourceGroupName: "rg-ci" });
  raw.addOverride("parent_id", null);
  raw.addOverride("user_assigned_identity_id", IDENTITY_ID);
  expect(found(RULE, stack)).toEqual([]);
});

test.each([
  ["4.60.0", []],
  [">= 4.60, < 5.0", []],
  ["~> 4.73", []],
  ["~> 4.55", ["warning test/raw"]],
  [">= 4.0", ["warning test/raw"]],
  ["4.59.9", ["error test/raw"]],
  ["~> 4.55.0", ["error test/raw"]],
  ["< 4.60", ["error test/raw"]],
  ["latest", ["warning test/raw"]],
])("azurerm %s may take the whole id, and %j is found", (version, expected) => {
  const stack = checkedStack();
  stack.addOverride("terraform.required_providers.azurerm.version", version);
  rawCredential(stack, "raw", { resourceGroupName: "rg-ci" });
  expect(places(RULE, stack)).toEqual(expected);
});
