import { Token } from "cdktf";
import { isScope } from "../model/scope";
import { SUBSCRIPTION_PLACEHOLDER } from "../prerequisites/place-before";
import type { DeployerNeeds } from "../prerequisites/requirements";

/** What stands in place of what scopes leave open, by placeholder; literals or tokens. */
export type PlaceholderValues = Readonly<Record<string, string>>;

/** A scope with nothing open, and as text without tokens: what stays the same for as long as the scope does. */
export interface FilledScope {
  readonly scope: string;
  readonly label: string;
}

/** Why the scopes of somebody's roles cannot be filled in: everything that has no value, or each that is no scope. */
export function scopeProblems({ placeholders, roles }: DeployerNeeds, values: PlaceholderValues): string[] {
  const open = placeholders.filter((name) => roles.some(({ scope }) => scope.includes(`<${name}>`)));
  const missing = open.filter((name) => values[name] === undefined);
  if (missing.length > 0) {
    const unused = Object.keys(values).filter((name) => !placeholders.includes(name));
    const misnamed =
      unused.length > 0 ? `, and nothing for which ${unused.map(propOf).join(", ")} is given` : "";
    return [
      `requirements leave open ${missing.map((name) => `<${name}>`).join(", ")}${misnamed}; allowed is a value for each; set ${missing.map(propOf).join(", ")}`,
    ];
  }
  const filled = new Map(roles.map(({ scope }) => [scope, fillScope(scope, values).scope]));
  const wrong = [...filled].filter(([, scope]) => !isOpen(scope) && !isScope(scope));
  if (wrong.length === 0) return [];
  const shown = wrong.map(([given, scope]) => `${given} is "${scope}" here`);
  return [
    `requirements ask for roles at what is no scope: ${shown.join(", ")}; allowed are /subscriptions/<guid> with what is below it, /providers/Microsoft.Management/managementGroups/<name>, and /; set subscriptionId to a GUID, and what stands for a whole scope to an id`,
  ];
}

function propOf(placeholder: string): string {
  return placeholder === SUBSCRIPTION_PLACEHOLDER
    ? "subscriptionId"
    : `${JSON.stringify(placeholder)} of placeholders`;
}

/** The scope with the values in place of its placeholders; one that begins it stands for a whole id. */
export function fillScope(scope: string, values: PlaceholderValues): FilledScope {
  const put = (text: (name: string, value: string) => string) =>
    Object.entries(values)
      .reduce((filled, [name, value]) => filled.replaceAll(`<${name}>`, () => text(name, value)), scope)
      .replace(/^\/+(?=[/$])/, "");
  return {
    scope: put((_, value) => value),
    label: put((name, value) => (isOpen(value) ? `<${name}>` : value)),
  };
}

function isOpen(text: string): boolean {
  return Token.isUnresolved(text) || text.includes("${");
}
