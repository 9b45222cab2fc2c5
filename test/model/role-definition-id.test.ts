import fc from "fast-check";
import { roleDefinitionId } from "../../lib/model/role-definition-id";
import { name, resourceId } from "./arm-ids";
import { evaluate, type Variables } from "./evaluate";
import { GUID, SUBSCRIPTION } from "./source";

const IN_SUBSCRIPTION = `/subscriptions/${SUBSCRIPTION}`;
const ROLE = `/providers/Microsoft.Authorization/roleDefinitions/${GUID}`;
const prefixOf = (expression: string) => `\${try(regex("^/subscriptions/[^/]+", ${expression}), "")}`;

test.each([
  ["a subscription", IN_SUBSCRIPTION, IN_SUBSCRIPTION],
  ["a resource group", `${IN_SUBSCRIPTION}/resourceGroups/rg-app`, IN_SUBSCRIPTION],
  ["a resource group of unknown name", `${IN_SUBSCRIPTION}/resourceGroups/\${var.x}`, IN_SUBSCRIPTION],
  ["the root", "/", ""],
  ["a management group", "/providers/Microsoft.Management/managementGroups/platform", ""],
  ["a management group of unknown name", "/providers/Microsoft.Management/managementGroups/${var.x}", ""],
])("the prefix of a role at %s is known", (_, scope, prefix) => {
  expect(roleDefinitionId(GUID, scope)).toBe(`${prefix}${ROLE}`);
});

test.each([
  ["a reference", "${azurerm_resource_group.app.id}", "azurerm_resource_group.app.id"],
  ["text after a reference", "${var.group}/providers/x", '"${var.group}/providers/x"'],
  ["a subscription of unknown id", "/subscriptions/${var.x}", '"/subscriptions/${var.x}"'],
  [
    "a subscription that is known in part",
    "/subscriptions/${var.x}/resourceGroups/rg",
    '"/subscriptions/${var.x}/resourceGroups/rg"',
  ],
  ["the start of a subscription's id", "/subscriptions/1111${var.x}", '"/subscriptions/1111${var.x}"'],
  ["the start of a keyword", "/sub${var.x}", '"/sub${var.x}"'],
  ["a quote in the text", '${var.x}/"', '"${var.x}/\\""'],
  [
    "a choice",
    "%{ if var.x }/subscriptions/a%{ else }/%{ endif }",
    '"%{if var.x}/subscriptions/a%{else}/%{endif}"',
  ],
])("of %s Terraform cuts out the prefix", (_, scope, expression) => {
  expect(roleDefinitionId(GUID, scope)).toBe(`${prefixOf(expression)}${ROLE}`);
});

const lowerCaseId = resourceId.map(({ parts }) => {
  const group = parts.resourceGroupName === undefined ? "" : `/resourceGroups/${parts.resourceGroupName}`;
  return `/subscriptions/${parts.subscriptionId}${group}/providers/${parts.type}/${parts.names.join("/")}`;
});
const anyScope = fc.oneof(
  fc.constantFrom("/", IN_SUBSCRIPTION, `${IN_SUBSCRIPTION}/resourceGroups/rg`),
  name.map((group) => `/providers/Microsoft.Management/managementGroups/${group}`),
  lowerCaseId,
);

/** A scope of which any stretches are hidden in variables, with the values of these. */
const hidden = fc
  .record({
    scope: anyScope,
    cuts: fc.array(fc.nat(120), { maxLength: 4 }),
    first: fc.boolean(),
  })
  .map(({ scope, cuts, first }) => {
    const ends = [...cuts.map((cut) => cut % (scope.length + 1)), scope.length].sort((a, b) => a - b);
    const pieces = ends.map((end, at) => scope.slice(ends[at - 1] ?? 0, end));
    const variables: Record<string, string> = {};
    const texts = pieces.map((piece, at) => {
      if ((at % 2 === 0) !== first) return piece;
      variables[`var.v${at}`] = piece;
      return `\${var.v${at}}`;
    });
    return { scope, template: texts.join(""), variables: variables as Variables };
  });

test("whatever is unknown of a scope, Terraform comes to the id that the known scope gives", () => {
  fc.assert(
    fc.property(hidden, ({ scope, template, variables }) => {
      expect(evaluate(template, variables)).toBe(scope);
      expect(evaluate(roleDefinitionId(GUID, template), variables)).toBe(roleDefinitionId(GUID, scope));
    }),
    { numRuns: 1000 },
  );
});

test("at any literal scope the prefix is that of the literal subscription", () => {
  fc.assert(
    fc.property(resourceId, ({ id, parts }) => {
      const [prefix, rest] = roleDefinitionId(GUID, id).split(ROLE);
      expect(prefix?.toLowerCase()).toBe(`/subscriptions/${parts.subscriptionId}`);
      expect(rest).toBe("");
    }),
    { numRuns: 100 },
  );
});
