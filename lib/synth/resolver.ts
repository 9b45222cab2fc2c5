import {
  DefaultTokenResolver,
  type ITokenResolver,
  StringConcat,
  type TerraformStack,
  Tokenization,
} from "cdktf";

/** Number tokens are doubles near the largest there is; also inside a string, where cdktf writes them out. */
const NUMBER_TOKEN = /e\+\d/;
const LARGEST_PLAIN_NUMBER = 1e200;

/**
 * Resolves values as cdktf does when it writes the stack, but only what holds a token, and each string once: a
 * fraction of the cost.
 */
export function resolverFor(
  stack: TerraformStack,
  resolver: ITokenResolver = new DefaultTokenResolver(new StringConcat()),
): (value: unknown) => unknown {
  const resolved = new Map<string, unknown>();
  const resolveWhole = (value: unknown) =>
    Tokenization.resolve(value, { scope: stack, resolver, preparing: false });

  const resolveString = (text: string): unknown => {
    if (!text.includes("{") && !NUMBER_TOKEN.test(text)) return text;
    if (!resolved.has(text)) resolved.set(text, resolveWhole(text));
    return resolved.get(text);
  };
  const isListToken = (item: unknown) =>
    typeof item === "string"
      ? item.includes("#{TfToken[")
      : typeof item === "number" && Math.abs(item) > LARGEST_PLAIN_NUMBER;

  const resolveObject = (object: object): unknown => {
    const result: Record<string, unknown> = {};
    for (const [name, raw] of Object.entries(object)) {
      if (name.includes("{")) return resolveWhole(object);
      const value = resolveValue(raw);
      if (value !== undefined) result[name] = value;
    }
    return result;
  };

  const resolveValue = (value: unknown): unknown => {
    if (typeof value === "string") return resolveString(value);
    if (typeof value === "number")
      return Math.abs(value) > LARGEST_PLAIN_NUMBER ? resolveWhole(value) : value;
    if (typeof value !== "object" || value === null) return value;
    if (Array.isArray(value)) {
      if (value.some(isListToken)) return resolveWhole(value);
      return value.map(resolveValue).filter((item) => item !== undefined);
    }
    return Tokenization.isResolvable(value) ? resolveWhole(value) : resolveObject(value);
  };
  return resolveValue;
}
