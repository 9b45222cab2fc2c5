import { Token } from "cdktf";
import { Construct } from "constructs";
import { shown } from "../synth/shown";

/** Texts that a matcher takes: what is allowed as each, and how to write it. */
type Texts = Readonly<Record<string, string>>;

const ELEMENT = "the name or construct path";
const WRITE_ELEMENT = "write its name, or node.path of the construct";

const GRANT: Texts = {
  identity: `${ELEMENT} of what has the role, or its principal id; ${WRITE_ELEMENT}`,
  role: 'the name of a role; write it as Azure does, such as "Reader"',
  scope: `${ELEMENT} of a resource, or the id that is written out; ${WRITE_ELEMENT}`,
};
const FINDING: Texts = {
  rule: "the id of a rule; write it as findings show it",
  path: "a construct path; write node.path of the construct",
  message: "a part of the message; write it as text",
};

/** A program without types can pass anything, which would be found nowhere. */
export function requireGrantTexts(given: unknown): void {
  requireTexts("toGrant", given, GRANT);
}

/** The same for a finding, of which the rule alone is required. */
export function requireFindingTexts(given: unknown): void {
  requireTexts("toHaveFinding", given, FINDING, ["path", "message"]);
}

/** A number in quotes is the count of nothing. */
export function requireCount(given: unknown): void {
  if (Number.isInteger(given) && Number(given) >= 0) return;
  throw new Error(
    `toHaveBindingCount is given ${shown(given)}; allowed is a whole number, 0 or more; write it without quotes`,
  );
}

function requireTexts(matcher: string, given: unknown, texts: Texts, optional: readonly string[] = []): void {
  const names = Object.keys(texts);
  const usage = names.map((name) => (optional.includes(name) ? `${name}?` : name)).join(", ");
  if (!isOfTexts(given)) {
    throw new Error(
      `${matcher} is given ${shown(given)}; allowed is an object { ${usage} }; write each by its name`,
    );
  }
  const unknown = Object.keys(given).filter((name) => !names.includes(name));
  const wrong = names.filter(
    (name) => !isText(given[name]) && !(given[name] === undefined && optional.includes(name)),
  );
  const problems = [
    ...unknown.map(
      (name) =>
        `${matcher} is given ${name}, which it does not look at; allowed are ${usage}; give it as one of them, or leave it out`,
    ),
    ...wrong.map((name) => `${name} of ${matcher} is ${shown(given[name])}; allowed is ${texts[name]}`),
  ];
  if (problems.length > 0) throw new Error(problems.join("\n  "));
}

function isOfTexts(given: unknown): given is Readonly<Record<string, unknown>> {
  return typeof given === "object" && given !== null && !Construct.isConstruct(given);
}

/** Tokens are numbered by the process, and no stack has them when it is read. */
function isText(given: unknown): boolean {
  return typeof given === "string" && !Token.isUnresolved(given);
}
