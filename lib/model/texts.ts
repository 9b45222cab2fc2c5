/**
 * Shows every string of Terraform JSON to `visit`, object keys included, as references stand in both. The comments
 * that cdktf writes are left out.
 */
export function visitTexts(json: unknown, visit: (text: string) => void): void {
  if (typeof json === "string") {
    visit(json);
  } else if (Array.isArray(json)) {
    for (const item of json) visitTexts(item, visit);
  } else if (typeof json === "object" && json !== null) {
    for (const [key, value] of Object.entries(json)) {
      if (key === "//") continue;
      visit(key);
      visitTexts(value, visit);
    }
  }
}
