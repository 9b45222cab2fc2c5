import fc from "fast-check";
import { writeTemplate } from "../../lib/model/template";
import {
  literal,
  literalEnd,
  literalStart,
  literalText,
  type Reference,
  readValue,
  showValue,
  type Value,
  valueKey,
} from "../../lib/model/value";
import { templateParts } from "./arbitraries";

const read = (raw: unknown, stack = "app") => readValue(raw, stack) as Value;
const key = (raw: unknown, stack = "app") => valueKey(read(raw, stack));

test.each([["text"], [3], [false], [""]])("%j is a literal", (raw) => {
  expect(read(raw)).toEqual({ kind: "literal", value: raw });
});

test.each([[undefined], [null]])("%j is no value", (raw) => {
  expect(readValue(raw, "app")).toBeUndefined();
});

test.each<[string, Omit<Reference, "kind" | "stack">]>([
  ["${azurerm_subnet.app.id}", { address: "azurerm_subnet.app", attribute: "id" }],
  ["${ azurerm_subnet.app.id }", { address: "azurerm_subnet.app", attribute: "id" }],
  ["${azurerm_subnet.app}", { address: "azurerm_subnet.app", attribute: "" }],
  ["${azurerm_subnet.app-1_B.id}", { address: "azurerm_subnet.app-1_B", attribute: "id" }],
  [
    "${data.azurerm_client_config.me.object_id}",
    { address: "data.azurerm_client_config.me", attribute: "object_id" },
  ],
  [
    "${azurerm_linux_virtual_machine.vm.identity[0].principal_id}",
    { address: "azurerm_linux_virtual_machine.vm", attribute: "identity[0].principal_id" },
  ],
  [
    "${azurerm_linux_virtual_machine.vm.identity.0.principal_id}",
    { address: "azurerm_linux_virtual_machine.vm", attribute: "identity[0].principal_id" },
  ],
  ["${azurerm_subnet.app[0].id}", { address: "azurerm_subnet.app", instance: "0", attribute: "id" }],
  ['${azurerm_subnet.app["a"].id}', { address: "azurerm_subnet.app", instance: '"a"', attribute: "id" }],
  [
    "${azurerm_subnet.app[each.key].id}",
    { address: "azurerm_subnet.app", instance: "each.key", attribute: "id" },
  ],
  ["${azurerm_subnet.app[*].id}", { address: "azurerm_subnet.app", instance: "*", attribute: "id" }],
  ["${azurerm_subnet.app.*.id}", { address: "azurerm_subnet.app", instance: "*", attribute: "id" }],
])("%s is a reference", (raw, reference) => {
  expect(read(raw)).toEqual({ kind: "reference", stack: "app", ...reference });
});

test.each([
  "var.x",
  "local.x",
  "module.network.subnet_id",
  "each.value.id",
  "setting.value.id",
  "count.index",
  "path.module",
  "terraform.workspace",
  "self.id",
  "lower(azurerm_subnet.app.name)",
  "azurerm_subnet.app.id == null",
  '"azurerm_subnet.app.id"',
])("%s is unknown", (expression) => {
  expect(read(`\${${expression}}`)).toEqual({ kind: "unknown", stack: "app", expression });
});

test.each([[["a"]], [{ a: "b" }]])("%j where a scalar is expected is unknown", (raw) => {
  expect(read(raw)).toEqual({ kind: "unknown", stack: "app", expression: JSON.stringify(raw) });
});

test("text around references and unknown expressions makes a template", () => {
  expect(read("id-${azurerm_resource_group.app.name}-${var.x}")).toEqual({
    kind: "template",
    parts: [
      literal("id-"),
      { kind: "reference", stack: "app", address: "azurerm_resource_group.app", attribute: "name" },
      literal("-"),
      { kind: "unknown", stack: "app", expression: "var.x" },
    ],
  });
});

test("an escaped reference is text", () => {
  expect(read("$${azurerm_subnet.app.id}")).toEqual(literal("${azurerm_subnet.app.id}"));
});

test("only literal strings have a literal text", () => {
  expect(literalText(read("a"))).toBe("a");
  expect(literalText(read(1))).toBeUndefined();
  expect(literalText(read("a${var.x}"))).toBeUndefined();
  expect(literalText(undefined)).toBeUndefined();
});

test.each([
  ["a", "a", "a"],
  ["a${var.x}", "a", ""],
  ["${var.x}b", "", "b"],
  ["a${var.x}b", "a", "b"],
  ["${var.x}", "", ""],
  [undefined, "", ""],
])("%j starts with the literal %j and ends with %j", (raw, start, end) => {
  expect(literalStart(readValue(raw, "app"))).toBe(start);
  expect(literalEnd(readValue(raw, "app"))).toBe(end);
});

test("literal text is the same value in any case, and only then", () => {
  const text = fc.string({ unit: fc.constantFrom("a", "A", "b", "-"), maxLength: 3 });
  fc.assert(
    fc.property(text, text, (a, b) => {
      expect(valueKey(literal(a)) === valueKey(literal(b))).toBe(a.toLowerCase() === b.toLowerCase());
    }),
    { numRuns: 300 },
  );
});

test("the case of the text around expressions does not count, that of the expressions does", () => {
  const loud = (text: string) => text.replace(/[a-z]/g, (letter) => letter.toUpperCase());
  fc.assert(
    fc.property(templateParts(["var.x", "azurerm_subnet.app.id"]), (parts) => {
      const inOtherCase = parts.map((part) => ("literal" in part ? { literal: loud(part.literal) } : part));
      expect(key(writeTemplate(inOtherCase))).toBe(key(writeTemplate(parts)));
      const ofOthers = parts.map((part) =>
        "literal" in part ? part : { expression: loud(part.expression) },
      );
      const hasExpression = parts.some((part) => "expression" in part);
      expect(key(writeTemplate(ofOthers)) !== key(writeTemplate(parts))).toBe(hasExpression);
    }),
    { numRuns: 300 },
  );
});

test("a number is the same value as its text", () => {
  expect(key(1)).toBe(key("1"));
});

test.each([
  ["another resource", "${azurerm_subnet.b.id}"],
  ["another attribute", "${azurerm_subnet.a.name}"],
  ["another instance", "${azurerm_subnet.a[0].id}"],
  ["a data source", "${data.azurerm_subnet.a.id}"],
  ["an unknown expression", "${var.a}"],
  ["text", "azurerm_subnet.a.id"],
  ["a template", "${azurerm_subnet.a.id}/x"],
])("a reference is not the same value as %s", (_, other) => {
  expect(key(other)).not.toBe(key("${azurerm_subnet.a.id}"));
});

test.each([
  "${azurerm_subnet.a.id}",
  "${var.x}",
  "a-${var.x}",
])("%s is another value in another stack", (raw) => {
  expect(key(raw, "dev")).not.toBe(key(raw, "prod"));
  expect(key(raw, "dev")).toBe(key(raw, "dev"));
});

test.each([
  "text",
  "${azurerm_subnet.app.id}",
  "${azurerm_subnet.app}",
  "${azurerm_subnet.app[each.key].id}",
  "${data.azurerm_subnet.app.id}",
  "id-${var.x}-${azurerm_subnet.app.name}",
])("%s is shown as it was written", (raw) => {
  expect(showValue(read(raw))).toBe(raw);
});
