import type { IConstruct } from "constructs";
import { checkStackOf, guardAppOf } from "./hook";
import { stacksOf } from "./run";
import { type DeclaredGrant, settingsOf } from "./settings";

/** Notes a role of the one who deploys an app or a stack, and has all its stacks checked. */
export function declareGrant(appOrStack: IConstruct, grant: Omit<DeclaredGrant, "path">): void {
  settingsOf(appOrStack).grants.push({ path: appOrStack.node.path, ...grant });
  guardAppOf(appOrStack);
  for (const stack of stacksOf(appOrStack)) checkStackOf(stack);
}
