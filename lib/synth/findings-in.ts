import type { TerraformStack } from "cdktf";
import type { IConstruct } from "constructs";
import { type Model, readModel } from "../model/model";
import type { StackSource } from "../model/terraform-json";
import { evaluate } from "../rules/evaluate";
import type { Finding } from "../rules/finding";
import { isWithin, type PermissionGap } from "../rules/settings";
import { isChecked } from "./marks";
import { readStack } from "./read-stack";
import { type DeclaredGrant, settingsOf } from "./settings";

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
  const { grants, ...settings } = settingsOf(construct);
  const within = [...settings.enforced, ...grants.map(({ path }) => path)];
  const isAskedFor = (stack: TerraformStack) =>
    isChecked(stack) || within.some((path) => isWithin(stack.node.path, path));
  const asked = stacks.filter(isAskedFor);
  const model = readModel(stacks.map(read));
  return evaluate(model, {
    ...settings,
    checked: asked.map(({ node }) => node.path),
    isWholeApp,
    permissionGaps: gapsOf(model, asked, grants),
  });
}

/** The roles of Azure are loaded when there is something to compare with them. */
function gapsOf(
  model: Model,
  stacks: readonly TerraformStack[],
  grants: readonly DeclaredGrant[],
): PermissionGap[] {
  if (grants.length === 0) return [];
  const { permissionGaps } = require("./permission-gaps") as typeof import("./permission-gaps");
  return permissionGaps(model, stacks, grants);
}
