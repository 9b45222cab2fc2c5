import type { TerraformStack } from "cdktf";
import type { IConstruct } from "constructs";
import { readModel } from "../model/model";
import type { StackSource } from "../model/terraform-json";
import { gapsOfStack } from "../prerequisites/gaps-of-stack";
import type { Evaluation } from "../report/report-of-stack";
import { evaluateAll, openFindings } from "../rules/evaluate";
import type { Finding } from "../rules/finding";
import { isWithin } from "../rules/settings";
import { declaredRoles } from "./declared-roles";
import { isChecked } from "./marks";
import { readStack } from "./read-stack";
import { settingsOf } from "./settings";

/**
 * Evaluates stacks of an app, with the settings of that app.
 *
 * @param construct the app, or any construct in it
 */
export function evaluateStacks(
  construct: IConstruct,
  stacks: readonly TerraformStack[],
  isWholeApp: boolean,
  read: (stack: TerraformStack) => StackSource = readStack,
): Evaluation {
  const { grants, ...asked } = settingsOf(construct);
  const within = [...asked.enforced, ...grants.map(({ path }) => path)];
  const isAskedFor = ({ node }: TerraformStack) => within.some((path) => isWithin(node.path, path));
  const checked = stacks.filter((stack) => isChecked(stack) || isAskedFor(stack));
  const model = readModel(stacks.map(read));
  const paths = stacks.map(({ node }) => node.path);
  const deployers = new Map(
    checked
      .map((stack) => [stack.node.path, declaredRoles(stack, paths, grants)] as const)
      .filter(([, roles]) => roles.length > 0),
  );
  const settings = {
    ...asked,
    checked: checked.map(({ node }) => node.path),
    isWholeApp,
    permissionGaps: [...deployers].flatMap(([stack, roles]) => gapsOfStack(model, stack, roles)),
  };
  return { model, settings, findings: evaluateAll(model, settings), deployers };
}

/** What of it the user has not accepted. */
export function findingsIn(...stacks: Parameters<typeof evaluateStacks>): Finding[] {
  return openFindings(evaluateStacks(...stacks).findings);
}
