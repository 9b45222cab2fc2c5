import { type IResolvable, type IResolveContext, Token } from "cdktf";
import type { IConstruct } from "constructs";

/**
 * A string that is made when the stack is resolved.
 *
 * Reading an attribute of a resource fixes its logical id, so constructs here read none before synth: the user's
 * `overrideLogicalId` stays possible. `Lazy` of cdktf does the same, but captures a stack trace per value.
 */
export function deferredString(owner: IConstruct, produce: (context: IResolveContext) => string): string {
  return Token.asString(new Deferred(owner, produce));
}

/**
 * Reads an attribute at the first question and keeps the answer. cdktf notes on the token itself that it crosses
 * stacks, when it prepares them: a second read would be another token, which names an element of the wrong stack.
 */
export function once(read: () => string): () => string {
  let value: string | undefined;
  return () => {
    value ??= read();
    return value;
  };
}

class Deferred implements IResolvable {
  public readonly creationStack: string[] = [];

  public constructor(
    private readonly owner: IConstruct,
    private readonly produce: (context: IResolveContext) => string,
  ) {}

  /**
   * cdktf resolves what this returns. While it prepares stacks it is resolved here already, as references that make a
   * cycle fail then and can be explained.
   */
  public resolve(context: IResolveContext): unknown {
    try {
      const value = this.produce(context);
      return context.preparing ? context.resolve(value) : value;
    } catch (error) {
      throw explainCycle(this.owner, error);
    }
  }

  public toString(): string {
    return Token.asString(this);
  }
}

/** cdktf names the two stacks of a cycle, but not what made it: most often a binding that belongs in the other one. */
function explainCycle(owner: IConstruct, error: unknown): unknown {
  const said =
    error instanceof Error && /Cannot add dependency .*circular dependency/.exec(error.message)?.[0];
  if (!said) return error;
  return new Error(
    `[${owner.node.path}] two stacks refer to each other, and cdktf allows references in one direction only; a binding ` +
      "made by assignRole, and a credential made by trust, belongs to the stack of its identity: where its scope or " +
      "issuer is in a stack that uses the identity, write new FederatedCredential(...) or " +
      `new IdentityRoleBinding(this, "<id>", { identity, role, scope }) in that stack; cdktf says: ${said}`,
    { cause: error },
  );
}
