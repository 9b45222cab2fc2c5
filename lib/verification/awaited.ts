import { type IResolveContext, type ITerraformDependable, TerraformResource, TerraformStack } from "cdktf";
import { Construct } from "constructs";

/** Something that a check waits for, in a stack. */
export interface Awaited {
  /** As `depends_on` has it. */
  readonly address: string;
  /** An expression that changes when it is made anew. */
  readonly identity: string;
}

/** What a dependable is for Terraform: its `fqn` says what ends last, and its resource what is made anew. */
export function awaited(dependable: ITerraformDependable, context: IResolveContext): Awaited {
  const address = String(context.resolve(dependable.fqn)).replace(/^\$\{(.*)\}$/, "$1");
  const { resource = dependable } = dependable as { readonly resource?: unknown };
  const isResource = resource instanceof Object && TerraformResource.isTerraformResource(resource);
  return { address, identity: isResource ? idOf(resource) : JSON.stringify(address) };
}

/** The same of several, each once. */
export function allAwaited(
  dependables: readonly ITerraformDependable[],
  context: IResolveContext,
): readonly Awaited[] {
  const all = dependables.map((each) => awaited(each, context));
  return [...new Map(all.map((each) => [each.address, each])).values()];
}

/** The stack of what is in another one: Terraform knows no dependency between resources of two. */
export function otherStack(
  stack: TerraformStack,
  dependable: ITerraformDependable,
): TerraformStack | undefined {
  if (!Construct.isConstruct(dependable)) return undefined;
  const other = TerraformStack.of(dependable);
  return other === stack ? undefined : other;
}

function idOf({ terraformResourceType, friendlyUniqueId, forEach, count }: TerraformResource): string {
  const address = `${terraformResourceType}.${friendlyUniqueId}`;
  if (forEach) return `values(${address})[*].id`;
  return count === undefined ? `${address}.id` : `${address}[*].id`;
}
