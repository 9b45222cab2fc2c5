import { DataAzurermUserAssignedIdentity } from "@cdktf/provider-azurerm/lib/data-azurerm-user-assigned-identity";
import { FederatedIdentityCredential } from "@cdktf/provider-azurerm/lib/federated-identity-credential";
import { ResourceGroup } from "@cdktf/provider-azurerm/lib/resource-group";
import { UserAssignedIdentity as RawIdentity } from "@cdktf/provider-azurerm/lib/user-assigned-identity";
import { Lazy, TerraformCount, TerraformLocal, TerraformOutput, type TerraformStack } from "cdktf";
import {
  FederatedSubject,
  Findings,
  IdentityRules,
  Role,
  UserAssignedIdentity,
  Vm,
} from "cdktf-azure-identity";
import { GROUP, newApp, newStack, SUBSCRIPTION } from "../support";
import { checkedStack, found, LATE_TEXTS, places, prepared, RESOURCE_GROUP_ID, rawVm, VM } from "./support";

const RULE = "unused-identity";

/** A stack in an app of its own, which is what the rule is asked about: it says nothing of a stack alone. */
function start() {
  const app = newApp();
  return { app, stack: newStack("test", app) };
}

function make(stack: TerraformStack, id = "identity"): UserAssignedIdentity {
  return new UserAssignedIdentity(stack, id, { ...GROUP, name: `id-${stack.node.id}-${id}` });
}

test("an identity that nothing uses is an information that says what could", () => {
  const { app, stack } = start();
  make(stack);
  expect(found(RULE, app)).toEqual([
    {
      rule: RULE,
      level: "information",
      stack: "test",
      path: "test/identity",
      address: "azurerm_user_assigned_identity.identity",
      message:
        'identity "id-test-identity" is used by nothing in this app; allowed is one that is attached, bound, federated ' +
        "or exported; use it, export its id with a TerraformOutput, or remove it",
    },
  ]);
});

type Use = (stack: TerraformStack, identity: UserAssignedIdentity) => unknown;

test.each<[string, Use]>([
  ["a machine", (stack, identity) => new Vm(stack, "vm", { ...VM, userAssignedIdentities: [identity] })],
  ["a binding", (_, identity) => identity.assignRole("reads", Role.builtIn("Reader"), RESOURCE_GROUP_ID)],
  ["an output", (stack, { clientId }) => new TerraformOutput(stack, "client-id", { value: clientId })],
  ["a local", (stack, { name }) => new TerraformLocal(stack, "text", `for ${name}!`)],
  ["a depends_on", (stack, { resource }) => new ResourceGroup(stack, "rg", { ...RG, dependsOn: [resource] })],
  ["an object key", (stack, { id }) => new ResourceGroup(stack, "rg", { ...RG, tags: { [id]: "owner" } })],
  ["a raw expression", (stack, identity) => new ResourceGroup(stack, "rg", { ...RG, tags: raw(identity) })],
  ["an override", (stack, { id }) => new ResourceGroup(stack, "rg", RG).addOverride("tags.owner", id)],
  ["an override of the stack", (stack, { id }) => stack.addOverride("output.id", { value: id })],
  [
    "a federated credential",
    (stack, { id }) => new FederatedIdentityCredential(stack, "fic", credential(id)),
  ],
  [
    "trust",
    (_, identity) => identity.trust("main", FederatedSubject.gitHubPullRequest({ repository: "a/b" })),
  ],
  [
    "an id written out",
    (stack, { resource }) =>
      rawVm(stack, "vm", {
        type: "UserAssigned",
        identityIds: [
          `/subscriptions/${SUBSCRIPTION}/resourceGroups/rg-orders/providers/Microsoft.ManagedIdentity/userAssignedIdentities/${resource.nameInput?.toUpperCase()}`,
        ],
      }),
  ],
  [
    "a lookup by name",
    (stack) => new DataAzurermUserAssignedIdentity(stack, "lookup", { ...LOOKUP, name: "ID-test-identity" }),
  ],
])("an identity that %s refers to is used", (_, use) => {
  const { app, stack } = start();
  use(stack, make(stack));
  expect(found(RULE, app)).toEqual([]);
});

const RG = { name: "rg-orders", location: "westeurope" };
const LOOKUP = { resourceGroupName: "rg-orders" };

function raw(identity: UserAssignedIdentity): Record<string, string> {
  return { owner: `\${upper(${identity.fqn}.name)}` };
}

function credential(parentId: string) {
  return {
    name: "main",
    parentId,
    resourceGroupName: "rg-orders",
    issuer: "https://token.actions.githubusercontent.com",
    subject: "repo:a/b:ref:refs/heads/main",
    audience: ["api://AzureADTokenExchange"],
  };
}

test("an address that begins alike, a comment and a data source of the same name are no uses", () => {
  const { app, stack } = start();
  make(stack, "app");
  make(stack, "app-two");
  new TerraformOutput(stack, "two", { value: "${azurerm_user_assigned_identity.app-two.id}" });
  new DataAzurermUserAssignedIdentity(stack, "lookup", { ...LOOKUP, name: "id-other" }).overrideLogicalId(
    "app",
  );
  new TerraformOutput(stack, "looked-up", { value: "${data.azurerm_user_assigned_identity.app.id}" });
  expect(places(RULE, app)).toEqual(["information test/app"]);
});

test("a stack alone says nothing, as other stacks of its app may use its identities", () => {
  const { stack } = start();
  make(stack);
  expect(found(RULE, stack)).toEqual([]);
  expect(Findings.of(stack)).toEqual([]);
});

test.each([
  ["before", (app: ReturnType<typeof newApp>) => app],
  ["after", prepared],
])("a use in another stack counts %s cdktf has linked the stacks", (_, prepare) => {
  const app = newApp();
  const [identities, machines] = [newStack("identities", app), newStack("machines", app)];
  const used = make(identities, "used");
  make(identities, "unused");
  new Vm(machines, "vm", { ...VM, userAssignedIdentities: [used] });
  expect(places(RULE, prepare(app))).toEqual(["information identities/unused"]);
});

test("of two stacks with equal addresses, each has its own", () => {
  const app = newApp();
  const [dev, prod] = [newStack("dev", app), newStack("prod", app)];
  new TerraformOutput(dev, "id", { value: make(dev).id });
  make(prod);
  expect(places(RULE, app)).toEqual(["information prod/identity"]);
});

test.each(LATE_TEXTS)("an unused identity is found whatever its name: %s", (_, makeText) => {
  const app = newApp();
  const stack = checkedStack("test", app);
  const { text, repeated } = makeText(stack, "id-a");
  new RawIdentity(stack, "raw", { ...GROUP, name: text, ...repeated });
  expect(places(RULE, app)).toEqual(["information test/raw"]);
});

test("raw, counted and lazily named identities are informations, also when enforced", () => {
  const app = newApp();
  const stack = checkedStack("test", app);
  const counted = new RawIdentity(stack, "counted", { ...GROUP, name: "id-a", count: TerraformCount.of(2) });
  new RawIdentity(stack, "lazy", { ...GROUP, name: Lazy.stringValue({ produce: () => "id-b" }) });
  IdentityRules.enforce(app);
  expect(places(RULE, app)).toEqual(["information test/counted", "information test/lazy"]);
  new TerraformOutput(stack, "first", { value: `\${${counted.fqn}[0].id}` });
  expect(places(RULE, app)).toEqual(["information test/lazy"]);
});

test("what uses an identity counts as it is after setters", () => {
  const { app, stack } = start();
  const { id } = make(stack);
  const group = new ResourceGroup(stack, "rg", { ...RG, tags: { owner: id } });
  expect(found(RULE, app)).toEqual([]);
  group.resetTags();
  expect(found(RULE, app)).toHaveLength(1);
});
