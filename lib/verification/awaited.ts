import { type IResolveContext, type ITerraformDependable, TerraformResource, TerraformStack } from "cdktf";
import { Construct } from "constructs";

/** Something that a check waits for, in a stack. */
export interface Awaited {
  /** As `depends_on` has it. */
  readonly address: string;
  /** An expression that changes when it is made anew. */
  readonly identity: string;
}

/** What a dependable is for Terraform. */
export function awaited(dependable: ITerraformDependable, context: IResolveContext): Awaited {
  const { resource = dependable } = dependable as { readonly resource?: unknown };
  if (!(resource instanceof Object && TerraformResource.isTerraformResource(resource))) {
    const address = String(context.resolve(dependable.fqn)).replace(/^\$\{(.*)\}$/, "$1");
    return { address, identity: JSON.stringify(address) };
  }
  const address = `${resource.terraformResourceType}.${resource.friendlyUniqueId}`;
  if (resource.forEach) return { address, identity: `values(${address})[*].id` };
  return { address, identity: resource.count === undefined ? `${address}.id` : `${address}[*].id` };
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
