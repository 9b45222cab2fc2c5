import { parseTemplate } from "./template";

/** A value that is known when the stack is synthesized. */
export interface Literal {
  readonly kind: "literal";
  readonly value: string | number | boolean;
}

/** A whole reference to something in a stack, for example `${azurerm_resource_group.app.id}`. */
export interface Reference {
  readonly kind: "reference";
  /** Construct path of the stack that holds the referenced element. */
  readonly stack: string;
  /** `azurerm_resource_group.app` or `data.azurerm_client_config.me`. */
  readonly address: string;
  /** What stands between the address and the attribute of a counted element: `0`, `"key"`, `*`, `each.key`. */
  readonly instance?: string;
  /** `id`, or a path such as `identity[0].principal_id`; empty for the element itself. */
  readonly attribute: string;
}

/** Text with references or unknown expressions in between. */
export interface Template {
  readonly kind: "template";
  readonly parts: readonly (Literal | Reference | Unknown)[];
}

/** An expression whose result only Terraform knows: a variable, a function, an iterator. */
export interface Unknown {
  readonly kind: "unknown";
  /** Construct path of the stack in which the expression is evaluated. */
  readonly stack: string;
  readonly expression: string;
}

export type Value = Literal | Reference | Template | Unknown;

/** Reads one scalar of Terraform JSON; `undefined` when the argument is not set. */
export function readValue(raw: unknown, stack: string): Value | undefined {
  if (raw === undefined || raw === null) return undefined;
  if (typeof raw === "number" || typeof raw === "boolean") return { kind: "literal", value: raw };
  if (typeof raw !== "string") return { kind: "unknown", stack, expression: JSON.stringify(raw) };
  if (isLiteral(raw)) return literal(raw);
  const parts = parseTemplate(raw).map((part) =>
    "literal" in part ? literal(part.literal) : readExpression(part.expression, stack),
  );
  const [first] = parts;
  return parts.length === 1 && first ? first : { kind: "template", parts };
}

/** Whether a text says itself, with no expression in it. */
export function isLiteral(raw: string): boolean {
  return !raw.includes("{");
}

export function literal(value: string | number | boolean): Literal {
  return { kind: "literal", value };
}

/** The text of a literal string; `undefined` for everything else. */
export function literalText(value: Value | undefined): string | undefined {
  return value?.kind === "literal" && typeof value.value === "string" ? value.value : undefined;
}

/** Literal text at the end of a value, as in the role id `${...}/roleDefinitions/<guid>`. */
export function literalEnd(value: Value | undefined): string {
  const last = value?.kind === "template" ? value.parts.at(-1) : value;
  return literalText(last) ?? "";
}

/** Literal text at the start of a value. */
export function literalStart(value: Value | undefined): string {
  return literalText(value?.kind === "template" ? value.parts[0] : value) ?? "";
}

/** Two values with the same key are the same value; keys ignore the case of literal text, as Azure does. */
export function valueKey(value: Value): string {
  switch (value.kind) {
    case "literal":
      return String(value.value).toLowerCase();
    case "reference":
      return `\${${value.stack}|${value.address}[${value.instance ?? ""}].${value.attribute}}`;
    case "template":
      return value.parts.map(valueKey).join("");
    case "unknown":
      return `\${${value.stack}|${value.expression}}`;
  }
}

/** The value as a person wrote it, for messages. */
export function showValue(value: Value): string {
  switch (value.kind) {
    case "literal":
      return String(value.value);
    case "reference":
      return `\${${value.address}${value.instance ? `[${value.instance}]` : ""}${value.attribute && `.${value.attribute}`}}`;
    case "template":
      return value.parts.map(showValue).join("");
    case "unknown":
      return `\${${value.expression}}`;
  }
}

const TRAVERSAL =
  /^(data\.)?([A-Za-z][\w-]*)\.([A-Za-z_][\w-]*)(?:\[([^\]]*)\]|\.(\*))?((?:\.[\w-]+|\[\d+\])*)$/;

/** Types of resources have the name of their provider in front; `var`, `each` and iterators of blocks have none. */
function readExpression(expression: string, stack: string): Reference | Unknown {
  const [, data = "", type = "", name, index, splat, rest = ""] = TRAVERSAL.exec(expression) ?? [];
  if (!name || !(data || type.includes("_"))) return { kind: "unknown", stack, expression };
  const instance = index ?? splat;
  return {
    kind: "reference",
    stack,
    address: `${data}${type}.${name}`,
    ...(instance === undefined ? {} : { instance }),
    attribute: attributePath(rest),
  };
}

/** `.identity.0.principal_id` and `.identity[0].principal_id` are one path. */
function attributePath(rest: string): string {
  const path = rest.startsWith(".") ? rest.slice(1) : rest;
  return path.includes(".") ? path.replace(/\.(\d+)(?=\.|$)/g, "[$1]") : path;
}
