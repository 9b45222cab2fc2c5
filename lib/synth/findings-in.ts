import type { IConstruct } from "constructs";
import { readModel } from "../model/model";
import type { StackSource } from "../model/terraform-json";
import { evaluate } from "../rules/evaluate";
import type { Finding } from "../rules/finding";
import { isWithin } from "../rules/settings";
import { isChecked } from "./marks";
import { stacksOf } from "./run";
import { settingsOf } from "./settings";

/**
 * Findings of stacks of an app, with the settings of that app.
 *
 * @param construct the app, or any construct in it
 */
export function findingsIn(
  construct: IConstruct,
  sources: readonly StackSource[],
  isWholeApp: boolean,
): Finding[] {
  const settings = settingsOf(construct);
  const marked = stacksOf(construct.node.root).filter(isChecked);
  const own = new Set(marked.map(({ node }) => node.path));
  const isAskedFor = (path: string) =>
    own.has(path) || settings.enforced.some((within) => isWithin(path, within));
  const checked = sources.map(({ path }) => path).filter(isAskedFor);
  return evaluate(readModel(sources), { ...settings, checked, isWholeApp });
}
