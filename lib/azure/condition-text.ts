/** Source: Azure, Azure RBAC limits (size of a role assignment condition). */
const MOST_BYTES = 8 * 1024;

const CLOSING: Readonly<Record<string, string>> = { "(": ")", "[": "]", "{": "}" };

/**
 * Why Azure refuses a condition, as far as the form of its text tells; `undefined` where that tells nothing. Texts with
 * a backslash are not looked into, as it is not documented what one does to a quote.
 */
export function conditionProblem(text: string): string | undefined {
  const bytes = Buffer.byteLength(text);
  if (bytes > MOST_BYTES) return `is ${bytes} bytes long, and Azure takes ${MOST_BYTES}`;
  return text.includes("\\") ? undefined : notClosed(text);
}

function notClosed(text: string): string | undefined {
  const open: { readonly sign: string; readonly at: number }[] = [];
  for (let at = 0; at < text.length; at++) {
    const sign = text.charAt(at);
    const last = open.at(-1);
    if (sign === "'") {
      const end = text.indexOf("'", at + 1);
      if (end === -1) return `has a quote at character ${at + 1} that nothing closes`;
      at = end;
    } else if (sign in CLOSING) {
      open.push({ sign, at });
    } else if (last && sign === CLOSING[last.sign]) {
      open.pop();
    } else if (")]}".includes(sign)) {
      return `has a "${sign}" at character ${at + 1} that closes nothing`;
    }
  }
  const [first] = open;
  return first && `has a "${first.sign}" at character ${first.at + 1} that nothing closes`;
}
