import { argument, follow, readModel } from "../../lib/model/model";
import type { Block, StackSource } from "../../lib/model/terraform-json";
import { literal, type Value } from "../../lib/model/value";
import { source } from "./source";

function remote(name: string, output: string): string {
  return `\${data.terraform_remote_state.cross-stack-reference-input-${name}.outputs.${output}}`;
}

function outputs(path: string, values: { [name: string]: unknown }): StackSource {
  const blocks = Object.entries(values).map(([name, value]): [string, Block] => [name, { value }]);
  return source(path, { output: Object.fromEntries(blocks) });
}

/** What the scope of a binding is in stack `beta`, beside other stacks. */
function scopeInBeta(scope: unknown, ...others: StackSource[]): Value | undefined {
  const beta = source("beta", { resource: { azurerm_role_assignment: { binding: { scope } } } });
  return readModel([beta, ...others]).bindings[0]?.scope;
}

test("a value from another stack is what that stack's output refers to", () => {
  const alpha = outputs("alpha", { group: "${azurerm_resource_group.app.id}" });
  expect(scopeInBeta(remote("alpha", "group"), alpha)).toEqual({
    kind: "reference",
    stack: "alpha",
    address: "azurerm_resource_group.app",
    attribute: "id",
  });
});

test("a literal output is that literal, and an unknown one unknown in its own stack", () => {
  const alpha = outputs("alpha", { known: "/", unknown: "${var.scope}" });
  expect(scopeInBeta(remote("alpha", "known"), alpha)).toEqual(literal("/"));
  expect(scopeInBeta(remote("alpha", "unknown"), alpha)).toEqual({
    kind: "unknown",
    stack: "alpha",
    expression: "var.scope",
  });
});

test("a value that is passed on from stack to stack is followed to its origin", () => {
  const alpha = outputs("alpha", { group: "${azurerm_resource_group.app.id}" });
  const middle = outputs("middle", { passed: remote("alpha", "group") });
  expect(scopeInBeta(remote("middle", "passed"), alpha, middle)).toMatchObject({
    stack: "alpha",
    address: "azurerm_resource_group.app",
  });
});

test("outputs that refer to each other come to an end as a reference", () => {
  const alpha = outputs("alpha", { a: remote("gamma", "b") });
  const gamma = outputs("gamma", { b: remote("alpha", "a") });
  expect(scopeInBeta(remote("alpha", "a"), alpha, gamma)).toMatchObject({ kind: "reference" });
});

test.each([
  ["outer/inner", "outer--inner"],
  ["outer/inner.v1", "outer--innerv1"],
  ["a/b/c", "a--b--c"],
  ["dev_eu-1", "dev_eu-1"],
  ["größe", "gre"],
])("stack %s is found although its data source is named %s", (path, name) => {
  const other = outputs(path, { group: "${azurerm_resource_group.app.id}" });
  expect(scopeInBeta(remote(name, "group"), other)).toMatchObject({
    stack: path,
    address: "azurerm_resource_group.app",
  });
});

test.each([
  ["a stack that is not there", remote("gamma", "group")],
  ["an output that is not there", remote("alpha", "subnet")],
  ["a state that is not of this app", "${data.terraform_remote_state.hub.outputs.group}"],
])("a value from %s stays a reference", (_, scope) => {
  const alpha = outputs("alpha", { group: "/" });
  expect(scopeInBeta(scope, alpha)).toMatchObject({ kind: "reference", stack: "beta" });
});

test("a value from a stack whose name fits two stays a reference", () => {
  const [dotted, plain] = [outputs("dev.eu", { group: "/" }), outputs("deveu", { group: "/" })];
  expect(scopeInBeta(remote("deveu", "group"), dotted, plain)).toMatchObject({
    kind: "reference",
    stack: "beta",
  });
});

test("each identity in a list and each single argument is linked as well", () => {
  const identity = { kind: "reference", stack: "alpha", address: "azurerm_user_assigned_identity.a" };
  const alpha = outputs("alpha", { id: "${azurerm_user_assigned_identity.a.id}" });
  const identity_ids = [remote("alpha", "id")];
  const vm = { identity: { type: "UserAssigned", identity_ids }, user_data: identity_ids[0] };
  const model = readModel([source("beta", { resource: { azurerm_linux_virtual_machine: { vm } } }), alpha]);
  expect(model.hosts[0]?.identityIds).toMatchObject([identity]);
  expect(model.entries[0] && argument(model, model.entries[0], "user_data")).toMatchObject(identity);
});

describe("locals", () => {
  const withLocals = (locals: Record<string, unknown>, scope: unknown): StackSource =>
    source("alpha", { locals, resource: { azurerm_role_assignment: { binding: { scope } } } });
  const scopeOf = (locals: Record<string, unknown>, scope: unknown) =>
    readModel([withLocals(locals, scope)]).bindings[0]?.scope;

  test("a local is what it says, also through another one", () => {
    const locals = { first: "${local.second}", second: "${azurerm_resource_group.app.id}" };
    expect(scopeOf(locals, "${local.first}")).toMatchObject({
      address: "azurerm_resource_group.app",
      attribute: "id",
    });
    expect(scopeOf({ root: "/" }, "${local.root}")).toEqual(literal("/"));
  });

  test.each([
    ["one that is not there", {}],
    ["a list or an object", { x: ["/"] }],
    ["one that says itself", { x: "${local.x}" }],
  ])("%s stays unknown", (_, locals) => {
    expect(scopeOf(locals, "${local.x}")).toEqual({ kind: "unknown", stack: "alpha", expression: "local.x" });
  });

  test("a local in the middle of a text is followed where text is needed", () => {
    const model = readModel([withLocals({ env: "prod" }, "/subscriptions/${local.env}")]);
    expect(follow(model, model.bindings[0]?.scope)).toEqual(literal("/subscriptions/prod"));
  });

  test("a local that reads another stack is linked to that", () => {
    const alpha = withLocals({ theirs: remote("beta", "group") }, "${local.theirs}");
    const beta = outputs("beta", { group: "${local.own}" });
    const own = { ...beta, json: { ...beta.json, locals: { own: "/" } } };
    expect(readModel([alpha, own]).bindings[0]?.scope).toEqual(literal("/"));
  });
});
