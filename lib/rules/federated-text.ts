import { literalEnd, literalStart, showValue, type Value } from "../model/value";

const LIMIT = 600;

/** What is wrong with the text of an argument of a federated credential. */
export interface TextProblems {
  /** The end of a sentence that begins with the name of the argument. */
  readonly text: string;
  /** Whether Azure refuses the credential; else it is made, and no token ever fits it. */
  readonly isRefused: boolean;
}

/**
 * What no issuer, subject or audience can be: of one with parts that only Terraform knows, whatever these are.
 *
 * Source: Azure, Important considerations and restrictions for federated identity credentials.
 */
export function textProblems(
  value: Value | undefined,
  others: readonly string[] = [],
): TextProblems | undefined {
  if (!value) return { text: "is not given", isRefused: true };
  const parts = value.kind === "template" ? value.parts : [value];
  const known = parts.map((part) => (part.kind === "literal" ? String(part.value) : "")).join("");
  const isWhole = value.kind === "literal";
  if (isWhole && known.trim() === "") return { text: `"${known}" is empty`, isRefused: known === "" };

  const isTooLong = known.length > LIMIT;
  const problems = [
    ...(isTooLong ? [`has ${known.length} characters${isWhole ? "" : " or more"}`] : []),
    ...(/^\s/.test(literalStart(value)) ? ["begins with white space"] : []),
    ...(/\s$/.test(literalEnd(value)) ? ["ends with white space"] : []),
    ...(known.includes("*") ? ['contains "*", which stands for nothing but itself'] : []),
    ...others,
  ];
  if (problems.length === 0) return undefined;
  return { text: `"${showValue(value)}" ${problems.join(" and ")}`, isRefused: isTooLong };
}
