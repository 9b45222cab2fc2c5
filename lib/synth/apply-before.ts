import { TerraformDataSource, TerraformResource, TerraformStack } from "cdktf";
import type { IConstruct } from "constructs";
import { remembered } from "../model/remembered";
import { deferredString } from "./deferred";

type Element = TerraformResource | TerraformDataSource;

/**
 * Has what is given wait for a resource: by `depends_on` in its stack, and by a dependency of the stack in others. A
 * construct stands for the resources in it. Its data sources are left alone, as one that waits is read during the apply
 * and makes what refers to it unknown; a data source that is given itself waits.
 *
 * @param owner the construct whose resource is waited for
 * @throws when something holds no resource, or would wait for itself: the message lists all of it
 */
export function applyBefore(
  owner: IConstruct,
  awaited: TerraformResource,
  dependables: readonly IConstruct[],
): void {
  const stack = TerraformStack.of(awaited);
  const problems = dependables.flatMap((given) => problemOf(owner, stack, given) ?? []);
  if (problems.length > 0) throw new Error(`[${owner.node.path}] ${problems.join("\n  ")}`);

  for (const element of new Set(dependables.flatMap(elementsIn))) {
    const own = TerraformStack.of(element);
    if (own !== stack) own.addDependency(stack);
    else element.dependsOn = [...new Set([...(element.dependsOn ?? []), addressLater(awaited)])];
  }
}

function problemOf(owner: IConstruct, stack: TerraformStack, given: IConstruct): string | undefined {
  const elements = elementsIn(given);
  const { path } = given.node;
  if (elements.length === 0) {
    return `applyBefore is given ${path}, in which there is no resource: allowed are resources, data sources, and constructs with resources in them; pass what needs the role, after it was made`;
  }
  if (elements.some((element) => isWithin(element, owner))) {
    return `applyBefore is given ${path}, which the binding is a part of: allowed is what the binding can do without; pass other resources that need the role, or bind it to a user-assigned identity, which is there before`;
  }
  const before = elements.map(TerraformStack.of).find((other) => other !== stack && stack.dependsOn(other));
  return (
    before &&
    `applyBefore is given ${path} of the stack ${before.node.path}, which the stack of the binding depends on: allowed are resources of this stack and of those after it; make the binding in the stack ${before.node.path}`
  );
}

function elementsIn(given: IConstruct): Element[] {
  if (TerraformDataSource.isTerraformDataSource(given)) return [given];
  return given.node.findAll().filter(TerraformResource.isTerraformResource);
}

function isWithin(element: IConstruct, owner: IConstruct): boolean {
  return element.node.scopes.includes(owner);
}

/** One token for each resource, so that a second one of the same is seen. */
const addressLater = remembered((awaited: TerraformResource) =>
  deferredString(awaited, () => addressOf(awaited)),
);

/** `depends_on` takes the address itself, not an expression. */
function addressOf({ terraformResourceType, friendlyUniqueId }: TerraformResource): string {
  return `${terraformResourceType}.${friendlyUniqueId}`;
}
