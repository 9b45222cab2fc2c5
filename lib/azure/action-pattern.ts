const patterns = new Map<string, RegExp>();

/**
 * Whether a pattern such as `Microsoft.Authorization/*` covers an operation. Case does not matter, and a star stands
 * for any text. A segment that is a star alone also stands for no segment: only so do the actions of Managed Identity
 * Operator cover what that role is documented to allow.
 *
 * Source: Azure, Understand Azure role definitions (wildcards).
 */
export function coversAction(pattern: string, action: string): boolean {
  const given = pattern.trim();
  if (!given.includes("*")) return given.toLowerCase() === action.toLowerCase();
  return expressionOf(given).test(action);
}

/** Few patterns are asked about many actions. */
function expressionOf(pattern: string): RegExp {
  const known = patterns.get(pattern);
  if (known) return known;
  const text = pattern
    .split("/*/")
    .map((part) => part.split("*").map(escaped).join(".*"))
    .join("/(?:.*/)?");
  const expression = new RegExp(`^${text}$`, "i");
  patterns.set(pattern, expression);
  return expression;
}

function escaped(text: string): string {
  return text.replace(/[\\^$.|?+()[\]{}]/g, "\\$&");
}
