import fc from "fast-check";
import { parseTemplate, type TemplatePart, writeExpression, writeTemplate } from "../../lib/model/template";
import { templateParts, templateText } from "./arbitraries";
import { evaluate, evaluateExpression } from "./evaluate";

const text = (literal: string): TemplatePart => ({ literal });
const inside = (expression: string): TemplatePart => ({ expression });

test.each<[string, TemplatePart[]]>([
  ["", [text("")]],
  ["id-app", [text("id-app")]],
  ["{}", [text("{}")]],
  ["${var.x}", [inside("var.x")]],
  ["${ var.x }", [inside("var.x")]],
  ["id-${var.x}-app", [text("id-"), inside("var.x"), text("-app")]],
  ["${var.x}${var.y}", [inside("var.x"), inside("var.y")]],
  ["50%${var.x}", [text("50%"), inside("var.x")]],
  ["$", [text("$")]],
])("%j is split into its texts and expressions", (template, parts) => {
  expect(parseTemplate(template)).toEqual(parts);
});

test.each<[string, TemplatePart[]]>([
  ["$${var.x}", [text("${var.x}")]],
  ["%%{if}", [text("%{if}")]],
  ["$$${var.x}", [text("$${var.x}")]],
  ["$%%{if}", [text("$%{if}")]],
  ["$$", [text("$$")]],
  ["a$${b}${var.x}", [text("a${b}"), inside("var.x")]],
])("an escape such as in %j stands for text", (template, parts) => {
  expect(parseTemplate(template)).toEqual(parts);
});

test.each([
  'f("}")',
  '{ a = "b" }',
  '"${var.x}"',
  '"a${"b${var.x}"}"',
  '"\\"}"',
  '"%{ if var.x }}%{ endif }"',
  '"$${"',
  '"%%{"',
  '"$$${}"',
])("braces inside of the expression %s do not end it", (expression) => {
  expect(parseTemplate(`a\${${expression}}b`)).toEqual([text("a"), inside(expression), text("b")]);
});

test("an expression that nothing closes reaches to the end", () => {
  expect(parseTemplate("a-${var.x")).toEqual([text("a-"), inside("var.x")]);
});

test("a tilde strips the white space on its side", () => {
  expect(parseTemplate("a \n${~ var.x } b")).toEqual([text("a"), inside("var.x"), text(" b")]);
  expect(parseTemplate("a ${ var.x ~} \n b")).toEqual([text("a "), inside("var.x"), text("b")]);
});

test("text that a directive may leave out is no text of the template", () => {
  expect(parseTemplate('id-%{ if var.x }a "b"%{ else }${var.y}%{ endif }-z')).toEqual([
    text("id-"),
    inside('"%{if var.x}a \\"b\\"%{else}${var.y}%{endif}"'),
    text("-z"),
  ]);
});

test("text between two directives belongs to neither, yet is taken with them", () => {
  expect(parseTemplate("%{ if var.x }a%{ endif }-%{ if var.y }b%{ endif }")).toEqual([
    inside('"%{if var.x}a%{endif}-%{if var.y}b%{endif}"'),
  ]);
});

test.each<[TemplatePart[], string]>([
  [[inside("var.x")], "var.x"],
  [[text("a")], '"a"'],
  [[text("a-"), inside("var.x")], '"a-${var.x}"'],
  [[text('say "hi"\\\n\r\t')], '"say \\"hi\\"\\\\\\n\\r\\t"'],
  [[text("${a}%{b}")], '"$${a}%%{b}"'],
])("as an expression, %j is %s", (parts, expression) => {
  expect(writeExpression(parts)).toBe(expression);
});

test.each(["$", "$$"])("%s in front of an expression does not escape it", (dollars) => {
  const parts = [text(dollars), inside("var.x")];
  expect(writeTemplate(parts)).toBe(`\${"${dollars}"}\${var.x}`);
  expect(writeExpression(parts)).toBe(`"\${"${dollars}"}\${var.x}"`);
});

test("a percent sign in front of a directive does not escape it", () => {
  expect(parseTemplate("%{ if var.x }50% %{~ endif }")).toEqual([inside('"%{if var.x}50${"%"}%{endif}"')]);
});

test("parts that are written and split again are the same", () => {
  const endsInDollar = (part: TemplatePart) => "literal" in part && part.literal.endsWith("$");
  const parts = templateParts().filter((all) => !all.slice(0, -1).some(endsInDollar));
  fc.assert(
    fc.property(parts, (all) => {
      expect(parseTemplate(writeTemplate(all))).toEqual(all);
    }),
    { numRuns: 300 },
  );
});

test("a template that is split and written again stays as it then is", () => {
  fc.assert(
    fc.property(templateText, (template) => {
      const written = writeTemplate(parseTemplate(template));
      expect(writeTemplate(parseTemplate(written))).toBe(written);
    }),
    { numRuns: 300 },
  );
});

test("every template as an expression can stand inside of another one", () => {
  fc.assert(
    fc.property(templateText, (template) => {
      const expression = writeExpression(parseTemplate(template));
      expect(parseTemplate(`a\${${expression}}b`)).toEqual([text("a"), inside(expression), text("b")]);
    }),
    { numRuns: 300 },
  );
});

test("both ways to write parts mean the text of the parts", () => {
  const variables = { "var.x": 'x"${', "var.y": "" };
  fc.assert(
    fc.property(templateParts(["var.x", "var.y"]), (parts) => {
      const meant = parts
        .map((part) =>
          "literal" in part ? part.literal : variables[part.expression as keyof typeof variables],
        )
        .join("");
      expect(evaluate(writeTemplate(parts), variables)).toBe(meant);
      expect(evaluateExpression(writeExpression(parts), variables)).toBe(meant);
    }),
    { numRuns: 300 },
  );
});
