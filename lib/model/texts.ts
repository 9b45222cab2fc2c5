import type { Model } from "./model";
import { remembered } from "./remembered";

/**
 * Shows every string of Terraform JSON to `visit`, object keys included, as references stand in both. The comments
 * that cdktf writes are left out.
 *
 * @param shortest length of the shortest string that is shown; a stack has ten thousands, and most are short words
 */
export function visitTexts(json: unknown, visit: (text: string) => void, shortest = 0): void {
  if (typeof json === "string") {
    if (json.length >= shortest) visit(json);
  } else if (Array.isArray(json)) {
    for (const item of json) visitTexts(item, visit, shortest);
  } else if (typeof json === "object" && json !== null) {
    for (const key in json) {
      if (key === "//") continue;
      if (key.length >= shortest) visit(key);
      const value = (json as Record<string, unknown>)[key];
      if (typeof value !== "string") visitTexts(value, visit, shortest);
      else if (value.length >= shortest) visit(value);
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
    const add = (text: string) => {
      if (text.includes(".") || text.includes("/")) texts.add(text);
    };
    visitTexts(json, add, SHORTEST);
    return { stack: path, texts };
  }),
);
