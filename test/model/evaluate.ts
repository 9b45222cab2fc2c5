import { parseTemplate } from "../../lib/model/template";

const PREFIX_OF = /^try\(regex\("\^\/subscriptions\/\[\^\/\]\+", (.*)\), ""\)$/s;

export type Variables = Readonly<Record<string, string>>;

/** What Terraform makes of a template: only variables, quoted templates and the prefix of a scope are understood. */
export function evaluate(template: string, variables: Variables): string {
  return evaluateParts(template, variables, (literal) => literal);
}

export function evaluateExpression(expression: string, variables: Variables): string {
  const scope = PREFIX_OF.exec(expression)?.[1];
  if (scope !== undefined) {
    return /^\/subscriptions\/[^/]+/.exec(evaluateExpression(scope, variables))?.[0] ?? "";
  }
  if (expression.startsWith('"')) return evaluateParts(expression.slice(1, -1), variables, unescapeQuoted);
  const value = variables[expression];
  if (value === undefined) throw new Error(`cannot evaluate ${expression}`);
  return value;
}

function evaluateParts(template: string, variables: Variables, text: (literal: string) => string): string {
  return parseTemplate(template)
    .map((part) => ("literal" in part ? text(part.literal) : evaluateExpression(part.expression, variables)))
    .join("");
}

/** Each escape of a quoted template is one of JSON as well. */
function unescapeQuoted(literal: string): string {
  return JSON.parse(`"${literal}"`) as string;
}
