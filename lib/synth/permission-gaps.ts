import type { TerraformStack } from "cdktf";
import type { Model } from "../model/model";
import { gapsOfStack } from "../prerequisites/gaps-of-stack";
import type { PermissionGap } from "../rules/settings";
import { declaredRoles } from "./declared-roles";
import type { DeclaredGrant } from "./settings";

/** What the declared deployers of stacks may not do, or may under conditions; nothing where none is declared. */
export function permissionGaps(
  model: Model,
  stacks: readonly TerraformStack[],
  declared: readonly DeclaredGrant[],
): PermissionGap[] {
  return stacks.flatMap((stack) => gapsOfStack(model, stack.node.path, declaredRoles(stack, declared)));
}
