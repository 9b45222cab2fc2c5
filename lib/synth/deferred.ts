import { type IResolvable, type IResolveContext, Token } from "cdktf";

/**
 * A string that is made when the stack is resolved.
 *
 * Reading an attribute of a resource fixes its logical id, so constructs here read none before synth: the user's
 * `overrideLogicalId` stays possible. `Lazy` of cdktf does the same, but captures a stack trace per value.
 */
export function deferredString(produce: (context: IResolveContext) => string): string {
  return Token.asString(new Deferred(produce));
}

/** A list of strings that is made when the stack is resolved. */
export function deferredList(produce: (context: IResolveContext) => string[]): string[] {
  return Token.asList(new Deferred(produce));
}

class Deferred implements IResolvable {
  public readonly creationStack: string[] = [];

  public constructor(private readonly produce: (context: IResolveContext) => string | string[]) {}

  public resolve(context: IResolveContext): string | string[] {
    return this.produce(context);
  }

  public toString(): string {
    return Token.asString(this);
  }

  public toJSON(): string {
    return "<unresolved>";
  }
}
