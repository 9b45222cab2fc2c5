import { Token } from "cdktf";
import { Construct } from "constructs";

/** An id is shown as a whole; what is longer, or has lines, is JSON or a file. */
const MOST_CHARACTERS = 400;

/** What was passed in the place of something else, in a few words of a message. */
export function shown(given: unknown): string {
  if (Construct.isConstruct(given)) return given.node.path ? `the construct ${given.node.path}` : "the app";
  if (Token.isUnresolved(given)) return "a value of Terraform";
  if (typeof given === "string") {
    const isLong = given.length > MOST_CHARACTERS || given.includes("\n");
    return isLong ? `a text of ${given.length} characters` : `"${given}"`;
  }
  if (typeof given === "function") return `the class or function ${given.name}`;
  if (Array.isArray(given)) return "a list";
  if (typeof given !== "object" || given === null) return String(given);
  const { name } = given.constructor ?? Object;
  return name === "Object" ? "an object" : `an object of class ${name}`;
}
