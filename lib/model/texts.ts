import type { Model } from "./model";
import { remembered } from "./remembered";

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
    for (const key in json) {
      if (key === "//") continue;
      visit(key);
      visitTexts((json as Record<string, unknown>)[key], visit);
    }
  }
}

/** No number token, ARM id or address of a resource of azurerm is shorter, and most words are. */
const SHORTEST = 12;

/**
 * All texts of a model with an address, a number with a fraction or a path in them, each once for a stack. One walk
 * through the stacks serves every rule that looks for something anywhere.
 */
export const speakingTexts = remembered(({ stacks }: Model) =>
  stacks.map(({ path, json }) => {
    const texts = new Set<string>();
    visitTexts(json, (text) => {
      if (text.length < SHORTEST) return;
      if (text.includes(".") || text.includes("/")) texts.add(text);
    });
    return { stack: path, texts };
  }),
);
