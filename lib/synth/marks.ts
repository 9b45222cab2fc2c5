import type { TerraformStack } from "cdktf";
import type { IConstruct } from "constructs";

/** `Symbol.for`, so that a second copy of this library in the same process recognises the elements of the first. */
const OWN = Symbol.for("cdktf-azure-identity/own");

/** Marks an element as made by a construct of this library, and returns it. */
export function own<T extends IConstruct>(element: T): T {
  Object.defineProperty(element, OWN, { value: true });
  return element;
}

/** Whether a construct of this library made this element. */
export function isOwn(element: IConstruct): boolean {
  return OWN in element;
}

const CHECKED = Symbol.for("cdktf-azure-identity/checked");

/** Marks a stack as one whose findings count: it holds a construct of this library, or its user asked for it. */
export function markChecked(stack: TerraformStack): void {
  Object.defineProperty(stack, CHECKED, { value: true });
}

export function isChecked(stack: TerraformStack): boolean {
  return CHECKED in stack;
}
