import { follow, type Model } from "../model/model";
import { showValue, type Value } from "../model/value";

/** A segment of a place for a value: its text, or what stands for it; the same for the same value. */
export function segmentOf(model: Model, value: Value): string {
  const known = follow(model, value) ?? value;
  if (known.kind === "literal") return String(known.value);
  if (known.kind === "template") return known.parts.map((part) => segmentOf(model, part)).join("");
  return placeholder(known.stack, showValue(known).slice(2, -1));
}

/** What stands for something of a stack that only Terraform or Azure knows: one segment, as nobody can take it apart. */
export function placeholder(stack: string, text: string): string {
  const whole = (part: string) => part.replaceAll("/", "\u2044").replaceAll("{", "(").replaceAll("}", ")");
  return `\${${whole(text)}\t${whole(stack)}}`;
}

export function isKnown(segment: string): boolean {
  return !segment.includes("${");
}

const PLACEHOLDER = /\$\{([^\t}]*)\t([^}]*)\}/g;

/** Text with each placeholder in angle brackets. */
export function showPlaceholders(text: string): string {
  return isKnown(text) ? text : text.replace(PLACEHOLDER, "<$1>");
}

/** Text with something in place of each placeholder, by its text and the stack that it is of. */
export function replacePlaceholders(text: string, by: (name: string, stack: string) => string): string {
  return text.replace(PLACEHOLDER, (_, name: string, stack: string) => by(name, stack));
}
