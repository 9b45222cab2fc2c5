/** Characters that a terminal acts on instead of showing them: controls, and those that turn the direction of text. */
const ACTING = /[\p{Cc}\p{Bidi_Control}\u2028\u2029]/gu;

/** A text from Terraform JSON as one line that does nothing to a terminal. */
export function printable(text: string): string {
  return text.replace(ACTING, (character) => {
    if (character === "\n") return "\\n";
    return `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;
  });
}
