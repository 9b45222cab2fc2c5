import { remembered } from "./remembered";
import type { StackSource } from "./terraform-json";

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

/**
 * All that a stack says as one text, for what is looked for anywhere in it: a search of the whole takes a fraction of a
 * walk through its ten thousands of strings. Strings are as JSON writes them; of comments there are at most those that
 * cdktf writes, which name constructs.
 */
export const wholeText = remembered(
  ({ text, json }: StackSource): string =>
    text ?? JSON.stringify(json, (key, value) => (key === "//" ? undefined : value)),
);
