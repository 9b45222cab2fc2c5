import type { TerraformStack } from "cdktf";
import { readModel } from "../model/model";
import { evaluate } from "../rules/evaluate";
import type { Finding } from "../rules/finding";
import { isWithin } from "../rules/settings";
import { isChecked } from "./marks";
import { readStack } from "./read-stack";
import { settingsOf } from "./settings";

/** Findings of stacks in the state that they are in now; what aspects still will do is not in it. */
export function findingsOf(stacks: readonly TerraformStack[], isWholeApp: boolean): Finding[] {
  const [first] = stacks;
  if (!first) return [];
  const settings = settingsOf(first);
  const isAskedFor = (stack: TerraformStack) =>
    isChecked(stack) || settings.enforced.some((path) => isWithin(stack.node.path, path));
  return evaluate(readModel(stacks.map(readStack)), {
    ...settings,
    checked: stacks.filter(isAskedFor).map(({ node }) => node.path),
    isWholeApp,
  });
}
