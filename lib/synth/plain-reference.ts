import { type TerraformResource, TerraformStack } from "cdktf";

/**
 * A reference to an attribute of a resource as the text that a token would become, for an element of the same stack;
 * `undefined` for another one. Asked when the stack is synthesized, as it fixes the logical id of the resource.
 *
 * cdktf captures a stack trace for each token and takes it apart in four passes: plain text makes a binding as cheap
 * as a raw one.
 */
export function plainReference(
  stack: TerraformStack,
  resource: TerraformResource,
  attribute: string,
): string | undefined {
  if (TerraformStack.of(resource) !== stack || resource.forEach) return undefined;
  return `\${${resource.terraformResourceType}.${resource.friendlyUniqueId}.${attribute}}`;
}
