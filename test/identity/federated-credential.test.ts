import { AzurermProvider } from "@cdktf/provider-azurerm/lib/provider";
import { ResourceGroup } from "@cdktf/provider-azurerm/lib/resource-group";
import { UserAssignedIdentity as RawIdentity } from "@cdktf/provider-azurerm/lib/user-assigned-identity";
import { type TerraformStack, TerraformVariable } from "cdktf";
import {
  FederatedCredential,
  type FederatedCredentialProps,
  FederatedSubject,
  type IUserAssignedIdentity,
  UserAssignedIdentity,
} from "cdktf-azure-identity";
import { addresses, overrideLogicalIds } from "../constructs";
import { findings, GROUP, newApp, newStack, SUBSCRIPTION, synthesized, written } from "../support";

const ID = `/subscriptions/${SUBSCRIPTION}/resourceGroups/rg-shared/providers/Microsoft.ManagedIdentity/userAssignedIdentities/id-shared`;
const subject = FederatedSubject.gitHubBranch({ repository: "shop/orders", branch: "main" });

function identityIn(stack: TerraformStack): UserAssignedIdentity {
  return new UserAssignedIdentity(stack, "identity", { ...GROUP, name: "id-orders" });
}

function credentialOf(stack: TerraformStack, id = "github") {
  return synthesized(stack).resource.azurerm_federated_identity_credential[id];
}

test("it makes one resource with the arguments of azurerm, in the group of its identity", () => {
  const stack = newStack();
  new FederatedCredential(stack, "github", { identity: identityIn(stack), subject, name: "github-main" });
  expect(credentialOf(stack)).toEqual({
    name: "github-main",
    issuer: "https://token.actions.githubusercontent.com",
    subject: "repo:shop/orders:ref:refs/heads/main",
    audience: ["api://AzureADTokenExchange"],
    parent_id: "${azurerm_user_assigned_identity.identity.id}",
    resource_group_name: "${azurerm_user_assigned_identity.identity.resource_group_name}",
  });
  expect(addresses(stack)).toEqual([
    "azurerm_federated_identity_credential.github",
    "azurerm_user_assigned_identity.identity",
  ]);
  expect(findings(stack)).toEqual([]);
});

test("its name is its id where none is given, and the audience can be that of another cloud", () => {
  const stack = newStack();
  const audience = "api://AzureADTokenExchangeUSGov";
  new FederatedCredential(stack, "github", { identity: identityIn(stack), subject, audience });
  expect(credentialOf(stack)).toMatchObject({ name: "github", audience: [audience] });
  expect(findings(stack)).toEqual([]);
});

test("an id that is no name is a finding that suggests one", () => {
  const stack = newStack();
  new FederatedCredential(stack, "github main", { identity: identityIn(stack), subject });
  expect(findings(stack).map(({ rule, message }) => [rule, message.split("; ").at(-1)])).toEqual([
    ["resource-name", 'change the name, by default the id of the construct, for example to "github-main"'],
  ]);
});

test("trust makes a credential below the identity, with the provider of the identity", () => {
  const stack = newStack();
  const provider = new AzurermProvider(stack, "hub", { features: [{}], alias: "hub" });
  const identity = new UserAssignedIdentity(stack, "identity", { ...GROUP, name: "id-orders", provider });
  const credential = identity.trust("github-main", subject);
  expect(credential.node.path).toBe("test/identity/github-main");
  expect(addresses(stack)).toEqual([
    "azurerm_federated_identity_credential.identity_github-main_0D9240B4",
    "azurerm_user_assigned_identity.identity",
  ]);
  expect(credentialOf(stack, "identity_github-main_0D9240B4")).toMatchObject({
    name: "github-main",
    provider: "azurerm.hub",
  });
});

describe("the resource group", () => {
  const groupOf = (make: (stack: TerraformStack) => IUserAssignedIdentity) => {
    const stack = newStack();
    new FederatedCredential(stack, "github", { identity: make(stack), subject });
    expect(findings(stack).filter(({ level }) => level !== "information")).toEqual([]);
    const { parent_id, resource_group_name } = credentialOf(stack);
    return [parent_id, resource_group_name];
  };
  const variable = (stack: TerraformStack) =>
    new TerraformVariable(stack, "identity-id", { type: "string" }).stringValue;

  test("of a raw identity is an attribute of it", () => {
    expect(groupOf((stack) => new RawIdentity(stack, "raw", { ...GROUP, name: "id-raw" }))).toEqual([
      "${azurerm_user_assigned_identity.raw.id}",
      "${azurerm_user_assigned_identity.raw.resource_group_name}",
    ]);
  });

  test("of one by name is what was given", () => {
    const lookup = { name: "id-shared", resourceGroupName: "rg-shared" };
    expect(groupOf((stack) => UserAssignedIdentity.fromName(stack, "shared", lookup))).toEqual([
      "${data.azurerm_user_assigned_identity.shared.id}",
      "rg-shared",
    ]);
  });

  test("of one by id, or of which the id is known, is in the id", () => {
    expect(groupOf((stack) => UserAssignedIdentity.fromId(stack, "shared", ID))).toEqual([ID, "rg-shared"]);
    expect(groupOf(() => UserAssignedIdentity.fromAttributes({ id: ID }))).toEqual([ID, "rg-shared"]);
  });

  test("is taken by Terraform out of an id that only Terraform knows", () => {
    const taken = ["${var.identity-id}", '${element(split("/", var.identity-id), 4)}'];
    expect(groupOf((stack) => UserAssignedIdentity.fromId(stack, "shared", variable(stack)))).toEqual(taken);
    expect(groupOf((stack) => UserAssignedIdentity.fromAttributes({ id: variable(stack) }))).toEqual(taken);
  });
});

test("an id that is none is a finding of the credential", () => {
  const stack = newStack();
  const identity = UserAssignedIdentity.fromAttributes({ id: "id-orders" });
  new FederatedCredential(stack, "github", { identity, subject });
  expect(findings(stack).map(({ rule, path }) => [rule, path])).toEqual([["identity-id", "test/github"]]);
});

test("lifecycle, dependsOn and provider reach the resource, and others can depend on it", () => {
  const stack = newStack();
  const group = new ResourceGroup(stack, "group", { name: "rg", location: "westeurope" });
  const provider = new AzurermProvider(stack, "hub", { features: [{}], alias: "hub" });
  const credential = new FederatedCredential(stack, "github", {
    identity: identityIn(stack),
    subject,
    lifecycle: { preventDestroy: true },
    dependsOn: [group],
    provider,
  });
  new ResourceGroup(stack, "later", { name: "rg-later", location: "westeurope", dependsOn: [credential] });
  expect(credentialOf(stack)).toMatchObject({
    lifecycle: { prevent_destroy: true },
    depends_on: ["azurerm_resource_group.group"],
    provider: "azurerm.hub",
  });
  expect(synthesized(stack).resource.azurerm_resource_group.later.depends_on).toEqual([
    "azurerm_federated_identity_credential.github",
  ]);
});

test("the logical id of the identity can be overridden after the credential was made", () => {
  const stack = newStack();
  const identity = identityIn(stack);
  new FederatedCredential(stack, "github", { identity, subject });
  overrideLogicalIds(stack, "identity");
  expect(credentialOf(stack)).toMatchObject({
    parent_id: "${azurerm_user_assigned_identity.renamed_0.id}",
    resource_group_name: "${azurerm_user_assigned_identity.renamed_0.resource_group_name}",
  });
});

test("an identity of another stack is read from its outputs", () => {
  const app = newApp();
  const [owner, user] = [newStack("owner", app), newStack("user", app)];
  new FederatedCredential(user, "github", { identity: identityIn(owner), subject });
  app.synth();
  const { parent_id: id, resource_group_name: group } = written(app, "user").resource
    .azurerm_federated_identity_credential.github;
  const { output } = written(app, "owner");
  const said = [id, group].map((text) => output[/outputs\.([\w-]+)\}$/.exec(text)?.[1] ?? ""].value);
  expect(said).toEqual([
    "${azurerm_user_assigned_identity.identity.id}",
    "${azurerm_user_assigned_identity.identity.resource_group_name}",
  ]);
});

test("a subject of a stack that uses the identity is a cycle, which is explained", () => {
  const app = newApp();
  const [user, owner] = [newStack("user", app), newStack("owner", app)];
  const identity = identityIn(owner);
  const group = new ResourceGroup(user, "group", { name: "rg", location: "westeurope" });
  new ResourceGroup(user, "other", { name: "rg-other", location: "westeurope", tags: { id: identity.id } });
  identity.trust("pods", FederatedSubject.of({ issuer: group.id, subject: "s" }));
  expect(() => app.synth()).toThrow(
    /\[owner\/identity\/pods\] two stacks refer to each other.*write new FederatedCredential\(\.\.\.\)/s,
  );
});

test("without an identity and a subject it says both, and makes nothing", () => {
  const stack = newStack();
  for (const props of [{}, undefined]) {
    expect(() => new FederatedCredential(stack, "github", props as FederatedCredentialProps)).toThrow(
      [
        "[test/github] identity is not given; allowed is a user-assigned identity; pass the object itself, or UserAssignedIdentity.fromId(...) for an id",
        "subject is not given; allowed is a FederatedSubject; use FederatedSubject.gitHubBranch(...), or one of the others",
      ].join("\n  "),
    );
  }
  expect(stack.node.tryFindChild("github")).toBeUndefined();
});

test("an id is no identity, written out or not", () => {
  const stack = newStack();
  for (const [id, shown] of [
    [ID, `"${ID}"`],
    [identityIn(stack).id, "a value of Terraform"],
  ] as const) {
    const identity = id as unknown as IUserAssignedIdentity;
    expect(() => new FederatedCredential(stack, "github", { identity, subject })).toThrow(
      `[test/github] identity is ${shown}; allowed is a user-assigned identity; pass the object itself`,
    );
  }
});
