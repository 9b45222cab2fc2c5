/**
 * Writes JSON as cdktf does: keys sorted by code unit, two spaces, a line break even in what is empty. Comments of
 * cdktf, under the key `//`, are left out.
 */
export function stableJson(value: unknown, indent = "\n"): string {
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const inner = `${indent}  `;
  if (Array.isArray(value)) {
    return `[${value.map((item) => inner + stableJson(item, inner)).join(",")}${indent}]`;
  }
  const members = Object.keys(value)
    .filter((key) => key !== "//")
    .sort()
    .map(
      (key) =>
        `${inner}${JSON.stringify(key)}: ${stableJson((value as Record<string, unknown>)[key], inner)}`,
    );
  return `{${members.join(",")}${indent}}`;
}
