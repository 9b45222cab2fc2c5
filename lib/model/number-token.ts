/** How cdktf writes a number token into a string: a double with this beginning, whatever the token. */
const NUMBER_TOKEN = /8\.109562\d+e\+298/;

/** Length that a text with a number token has at least. */
export const SHORTEST_WITH_TOKEN = "8.1095620e+298".length;

/** Whether a text holds a number that cdktf failed to resolve. */
export function hasNumberToken(text: string): boolean {
  return text.includes("e+298") && NUMBER_TOKEN.test(text);
}
