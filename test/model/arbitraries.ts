import fc from "fast-check";
import type { TemplatePart } from "../../lib/model/template";

const TRICKY_TEXT = ["$", "$$", "%", "{", "}", "${", "%{", "$${", '"', "\\", "\n", "\r", "\t", "é", "😀"];

/** Expressions whose end is hard to find. */
const TRICKY_EXPRESSIONS = [
  "var.x",
  "azurerm_resource_group.app.id",
  'azurerm_subnet.app["}"].id',
  'join("-", ["}", "{"])',
  '{ for k, v in var.m : k => "${v}" }',
  '"a${var.x}}b"',
  '"$${"',
  '"%%{\\"}"',
  '"\\\\"',
];

const text = fc
  .array(fc.oneof(fc.string({ minLength: 1, maxLength: 6 }), fc.constantFrom(...TRICKY_TEXT)), {
    minLength: 1,
    maxLength: 4,
  })
  .map((pieces) => pieces.join(""));

/** Parts of a template, as it is made of them: no two texts are next to each other. */
export function templateParts(expressions = TRICKY_EXPRESSIONS): fc.Arbitrary<TemplatePart[]> {
  const part = fc.oneof(
    text.map((literal) => ({ literal })),
    fc.constantFrom(...expressions).map((expression) => ({ expression })),
  );
  return fc
    .array(part, { minLength: 1, maxLength: 6 })
    .map((parts) => parts.filter((one, at) => !("literal" in one && "literal" in (parts[at - 1] ?? {}))));
}

/** The source of a template that Terraform accepts, with escapes, directives and white space to strip. */
export const templateText: fc.Arbitrary<string> = fc
  .array(
    fc.oneof(
      fc.constantFrom("a", "Z9", "-", " ", "\n", "}", "x{", '"', "\\", "é", "$", "%", "$${", "%%{"),
      fc
        .constantFrom(...TRICKY_EXPRESSIONS)
        .chain((inside) =>
          fc.constantFrom(
            `\${${inside}}`,
            `\${~ ${inside} ~}`,
            `%{ if ${inside} }yes%{ else }no%{ endif }`,
            `%{~ for k in ${inside} ~} a %{~ endfor ~}`,
          ),
        ),
    ),
    { maxLength: 8 },
  )
  .map((pieces) => pieces.join(""));
