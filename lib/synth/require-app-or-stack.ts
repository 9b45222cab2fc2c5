import { TerraformStack } from "cdktf";
import { Construct, type IConstruct } from "constructs";
import { shown } from "./shown";

/**
 * Refuses a construct inside a stack, of which nothing would be looked at, and what is no construct.
 *
 * @param what begins the message: "the findings of"
 */
export function requireAppOrStack(given: unknown, what: string): asserts given is IConstruct {
  if (!Construct.isConstruct(given)) {
    throw new Error(
      `${what} ${shown(given)}; allowed is an app or a stack; pass the object itself, and not its JSON`,
    );
  }
  const { path, scopes } = given.node;
  const stack = [...scopes].reverse().find(TerraformStack.isStack);
  if (!stack || stack === given) return;
  throw new Error(
    `[${path}] ${what} a construct inside a stack; allowed is an app or a stack, as a whole; pass the stack ${stack.node.path}`,
  );
}
