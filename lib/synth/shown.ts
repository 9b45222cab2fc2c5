import { Token } from "cdktf";
import { Construct } from "constructs";

const MOST_CHARACTERS = 60;

/** What was passed in the place of something else, in a few words of a message. */
export function shown(given: unknown): string {
  if (Construct.isConstruct(given)) return given.node.path ? `the construct ${given.node.path}` : "the app";
  if (Token.isUnresolved(given)) return "a value of Terraform, such as the id of a resource";
  if (typeof given === "string") {
    return given.length > MOST_CHARACTERS ? `a text of ${given.length} characters` : `"${given}"`;
  }
  if (typeof given === "function") return `the class or function ${given.name}`;
  if (typeof given !== "object" || given === null) return String(given);
  const { name } = given.constructor ?? Object;
  return name === "Object" ? "an object" : `an object of class ${name}`;
}
