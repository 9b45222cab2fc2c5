import { UserAssignedIdentity as RawIdentity } from "@cdktf/provider-azurerm/lib/user-assigned-identity";
import { TerraformStack } from "cdktf";
import { IdentityRules, UserAssignedIdentity, Vm } from "cdktf-azure-identity";
import { Construct } from "constructs";
import { exported, findings, GROUP, newApp, newStack } from "../support";
import { checkedStack, IDENTITY_ID, rawVm, VM } from "./support";

const TWICE = { type: "UserAssigned", identityIds: [IDENTITY_ID, IDENTITY_ID] };
const RULE = "duplicate-identity";
const REASON = "the list comes from another team";

/** Own machines get an error by this rule, raw ones a warning. */
function ownVm(scope: Construct, id: string): Vm {
  const identity = { id: IDENTITY_ID, name: "", principalId: "", clientId: "", tenantId: "" };
  const name = `${scope.node.path.replaceAll("/", "-")}-${id}`;
  return new Vm(scope, id, { ...VM, name, userAssignedIdentities: [identity, identity] });
}

function said(target: Parameters<typeof findings>[0]): string[] {
  return findings(target).map(({ level, path, rule }) => `${level} ${path} ${rule}`);
}

test("constructs of the library get the full level, raw resources beside them the lower one", () => {
  const stack = newStack();
  ownVm(stack, "ours");
  rawVm(stack, "raw", TWICE);
  expect(said(stack)).toEqual([`error test/ours ${RULE}`, `warning test/raw ${RULE}`]);
});

test("a stack without any construct of the library is not checked", () => {
  const stack = newStack();
  rawVm(stack, "raw", TWICE);
  expect(findings(stack)).toEqual([]);
});

test("an unchecked stack says nothing while others of the app are checked", () => {
  const app = newApp();
  rawVm(newStack("theirs", app), "raw", TWICE);
  ownVm(newStack("ours", app), "vm");
  expect(said(app)).toEqual([`error ours/vm ${RULE}`]);
});

test.each([
  ["first", ["checked", "unchecked"]],
  ["last", ["unchecked", "checked"]],
])("of two equal resources the one in a checked stack is found, also when that comes %s", (_, ids) => {
  const app = newApp();
  for (const id of ids) {
    const stack = id === "checked" ? checkedStack(id, app) : newStack(id, app);
    exported(new RawIdentity(stack, "raw", { ...GROUP, name: "id-orders" }));
  }
  expect(
    findings(app).map(({ level, path, message }) => `${level} ${path} ${message.split(",")[0]}`),
  ).toEqual(['error checked/raw name "id-orders" is the name of unchecked/raw too']);
});

test("enforce gives raw resources of a stack the full level", () => {
  const app = newApp();
  const [a, b] = [newStack("a", app), newStack("b", app)];
  for (const stack of [a, b]) rawVm(stack, "raw", TWICE);
  IdentityRules.enforce(a);
  expect(said(app)).toEqual([`error a/raw ${RULE}`]);
  IdentityRules.enforce(app);
  expect(said(app)).toEqual([`error a/raw ${RULE}`, `error b/raw ${RULE}`]);
});

test("enforce of a stack reaches no stack whose id begins alike", () => {
  const app = newApp();
  rawVm(newStack("app", app), "raw", TWICE);
  rawVm(checkedStack("app-two", app), "raw", TWICE);
  IdentityRules.enforce(app.node.findChild("app") as TerraformStack);
  expect(said(app)).toEqual([`error app/raw ${RULE}`, `warning app-two/raw ${RULE}`]);
});

test("a level that is set replaces that of own and raw constructs, enforced or not", () => {
  const stack = newStack();
  ownVm(stack, "ours");
  rawVm(stack, "raw", TWICE);
  IdentityRules.enforce(stack);
  IdentityRules.severity(stack, RULE, "information");
  expect(said(stack)).toEqual([`information test/ours ${RULE}`, `information test/raw ${RULE}`]);
});

test("a level is set for one rule", () => {
  const stack = newStack();
  ownVm(stack, "ours");
  IdentityRules.severity(stack, "identity-id", "information");
  expect(said(stack)).toEqual([`error test/ours ${RULE}`]);
});

test("of several levels the nearest wins, whichever came first", () => {
  const app = newApp();
  const [a, b, c] = [newStack("a", app), newStack("b", app), newStack("c", app)];
  for (const stack of [a, b, c]) ownVm(stack, "vm");
  IdentityRules.severity(a, RULE, "warning");
  IdentityRules.severity(app, RULE, "information");
  IdentityRules.severity(b, RULE, "warning");
  expect(said(app)).toEqual([`warning a/vm ${RULE}`, `warning b/vm ${RULE}`, `information c/vm ${RULE}`]);
});

test("of two levels for one stack the last wins", () => {
  const stack = newStack();
  ownVm(stack, "vm");
  IdentityRules.severity(stack, RULE, "information");
  IdentityRules.severity(stack, RULE, "warning");
  expect(said(stack)).toEqual([`warning test/vm ${RULE}`]);
});

test("an acknowledged construct says nothing, its siblings do", () => {
  const stack = newStack();
  const accepted = ownVm(stack, "vm");
  ownVm(stack, "vm-two");
  IdentityRules.acknowledge(accepted, { id: RULE, reason: REASON });
  expect(said(stack)).toEqual([`error test/vm-two ${RULE}`]);
});

test("the resource inside a construct can be acknowledged by the construct around it, at any height", () => {
  const app = newApp();
  const [a, b, c] = [newStack("a", app), newStack("b", app), newStack("c", app)];
  const team = new Construct(a, "team");
  ownVm(team, "vm");
  ownVm(b, "vm");
  rawVm(c, "raw", TWICE);
  IdentityRules.enforce(c);
  IdentityRules.acknowledge(team, { id: RULE, reason: REASON });
  expect(said(app)).toEqual([`error b/vm ${RULE}`, `error c/raw ${RULE}`]);
  IdentityRules.acknowledge(b, { id: RULE, reason: REASON });
  expect(said(app)).toEqual([`error c/raw ${RULE}`]);
  IdentityRules.acknowledge(app, { id: RULE, reason: REASON });
  expect(said(app)).toEqual([]);
});

test("an acknowledgement accepts one rule", () => {
  const stack = newStack();
  const vm = ownVm(stack, "vm");
  vm.resource.addOverride("name", "vm_");
  IdentityRules.acknowledge(vm, { id: RULE, reason: REASON });
  expect(said(stack)).toEqual(["error test/vm computer-name"]);
});

test("an acknowledgement that accepts nothing is a warning", () => {
  const app = newApp();
  const stack = newStack("test", app);
  const identity = exported(new UserAssignedIdentity(stack, "identity", { ...GROUP, name: "id-orders" }));
  IdentityRules.acknowledge(identity, { id: "identity-name", reason: REASON });
  expect(findings(app)).toEqual([
    {
      rule: "unused-acknowledgement",
      level: "warning",
      stack: "test",
      path: "test/identity",
      address: "",
      message: 'the acknowledgement of "identity-name" accepts nothing here any more; remove it',
    },
  ]);
});

test("each of several acknowledgements of one finding is used, whichever came first", () => {
  const stack = newStack();
  const vm = ownVm(stack, "vm");
  IdentityRules.acknowledge(stack, { id: RULE, reason: REASON });
  IdentityRules.acknowledge(vm, { id: RULE, reason: REASON });
  expect(findings(stack)).toEqual([]);
});

test("an acknowledgement for the app is unused when no stack of the app uses it, and unknown from one stack", () => {
  const app = newApp();
  const stack = checkedStack("a", app);
  checkedStack("b", app);
  IdentityRules.acknowledge(app, { id: RULE, reason: REASON });
  expect(said(app)).toEqual(["warning  unused-acknowledgement"]);
  expect(findings(stack)).toEqual([]);
});

test("an acknowledgement in an unchecked stack is not said to be unused", () => {
  const app = newApp();
  const theirs = newStack("theirs", app);
  IdentityRules.acknowledge(theirs, { id: RULE, reason: REASON });
  checkedStack("ours", app);
  expect(findings(app)).toEqual([]);
});

test("what only an override of the stack says can be acknowledged and get a level there", () => {
  const app = newApp();
  const plain = checkedStack("plain", app);
  const accepted = checkedStack("accepted", app);
  const quiet = checkedStack("quiet", app);
  for (const stack of [plain, accepted, quiet]) {
    stack.addOverride("resource.azurerm_user_assigned_identity.ghost", { ...GROUP, name: "x" });
    stack.addOverride("output.ghost", { value: "${azurerm_user_assigned_identity.ghost.id}" });
  }
  IdentityRules.acknowledge(accepted, { id: "identity-name", reason: REASON });
  IdentityRules.severity(quiet, "identity-name", "warning");
  expect(findings(app).map(({ level, stack, path }) => `${level} ${stack} ${path}`)).toEqual([
    "error plain azurerm_user_assigned_identity.ghost",
    "warning quiet azurerm_user_assigned_identity.ghost",
  ]);
});

test("findings come stack by stack, in each in the order of its resources", () => {
  const app = newApp();
  for (const id of ["a", "b"]) {
    const stack = newStack(id, app);
    ownVm(stack, "vm");
    exported(new RawIdentity(stack, "raw", { ...GROUP, name: "x", resourceGroupName: `rg-${id}` }));
  }
  expect(said(app)).toEqual([
    `error a/vm ${RULE}`,
    "error a/raw identity-name",
    `error b/vm ${RULE}`,
    "error b/raw identity-name",
  ]);
});

test("a stack inside another is a stack of its own", () => {
  const app = newApp();
  const outer = checkedStack("outer", app);
  const inner = new TerraformStack(outer, "inner");
  rawVm(inner, "raw", TWICE);
  expect(findings(app)).toEqual([]);
  IdentityRules.enforce(inner);
  expect(said(app)).toEqual([`error outer/inner/raw ${RULE}`]);
});
