/**
 * Whether a pattern such as `Microsoft.Authorization/*` covers an operation. Case does not matter, and a star stands
 * for any text. A segment that is a star alone also stands for no segment: only so do the actions of Managed Identity
 * Operator cover what that role is documented to allow.
 *
 * Source: Azure, Understand Azure role definitions (wildcards).
 */
export function coversAction(pattern: string, action: string): boolean {
  const text = pattern
    .trim()
    .split("/*/")
    .map((part) => part.split("*").map(escaped).join(".*"))
    .join("/(?:.*/)?");
  return new RegExp(`^${text}$`, "i").test(action);
}

function escaped(text: string): string {
  return text.replace(/[\\^$.|?+()[\]{}]/g, "\\$&");
}
