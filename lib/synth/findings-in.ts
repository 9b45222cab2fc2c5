import type { TerraformStack } from "cdktf";
import type { IConstruct } from "constructs";
import { readModel } from "../model/model";
import type { StackSource } from "../model/terraform-json";
import { evaluate } from "../rules/evaluate";
import type { Finding } from "../rules/finding";
import { isWithin } from "../rules/settings";
import { isChecked } from "./marks";
import { readStack } from "./read-stack";
import { settingsOf } from "./settings";

/**
 * Findings of stacks of an app, with the settings of that app.
 *
 * @param construct the app, or any construct in it
 */
export function findingsIn(
  construct: IConstruct,
  stacks: readonly TerraformStack[],
  isWholeApp: boolean,
  read: (stack: TerraformStack) => StackSource = readStack,
): Finding[] {
  const settings = settingsOf(construct);
  const isAskedFor = (stack: TerraformStack) =>
    isChecked(stack) || settings.enforced.some((within) => isWithin(stack.node.path, within));
  const checked = stacks.filter(isAskedFor).map(({ node }) => node.path);
  return evaluate(readModel(stacks.map(read)), { ...settings, checked, isWholeApp });
}
