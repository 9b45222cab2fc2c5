import { TerraformDataSource, TerraformElement, TerraformResource, TerraformStack } from "cdktf";
import type { IConstruct } from "constructs";
import type { MergedElements, StackSource, TerraformJson } from "../model/terraform-json";
import { isOwn } from "./marks";

/**
 * What the JSON of a stack does not tell of its elements: who made them, and which of them became one.
 *
 * @param constructs what is in the stack, and maybe in stacks inside it, where that is known already
 */
export function elementMarks(
  stack: TerraformStack,
  constructs: readonly IConstruct[] = elementsOf(stack),
): Pick<StackSource, "own" | "merged"> {
  const own = new Set<string>();
  const first = new Map<string, Addressed>();
  const merged = new Map<string, MergedElements>();
  const hasOthers = constructs.some((construct) => construct !== stack && TerraformStack.isStack(construct));
  for (const element of constructs) {
    if (!isAddressed(element) || (hasOthers && element.cdktfStack !== stack)) continue;
    const address = addressOf(element);
    if (isOwn(element)) own.add(address);
    const other = first.get(address);
    if (!other) first.set(address, element);
    else if (isWritten(other) && isWritten(element)) {
      const paths = merged.get(address)?.paths ?? [other.node.path];
      merged.set(address, { address, paths: [...paths, element.node.path] });
    }
  }
  return { own, merged: [...merged.values()] };
}

/** Elements of a stack without those of stacks inside it, in the order of the construct tree. */
export function elementsOf(stack: TerraformStack): TerraformElement[] {
  const elements: TerraformElement[] = [];
  const visit = (construct: IConstruct) => {
    for (const child of construct.node.children) {
      if (TerraformElement.isTerraformElement(child)) elements.push(child);
      else if (TerraformStack.isStack(child)) continue;
      visit(child);
    }
  };
  visit(stack);
  return elements;
}

type Addressed = TerraformResource | TerraformDataSource;

function isAddressed(construct: IConstruct): construct is Addressed {
  return (
    TerraformResource.isTerraformResource(construct) || TerraformDataSource.isTerraformDataSource(construct)
  );
}

function addressOf(element: Addressed): string {
  const address = `${element.terraformResourceType}.${element.friendlyUniqueId}`;
  return TerraformDataSource.isTerraformDataSource(element) ? `data.${address}` : address;
}

/** A resource that moved away leaves a `moved` block alone. */
function isWritten(element: Addressed): boolean {
  const { resource, data } = element.toTerraform() as TerraformJson;
  return resource !== undefined || data !== undefined;
}
