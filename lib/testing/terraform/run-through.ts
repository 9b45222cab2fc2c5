import type { Applied } from "./run/applied";
import type { TerraformJson } from "./run/json-configuration";
import type { Plan } from "./run/plan";
import type { BindingsOptions } from "./schema/locate-bindings";
import type { TerraformStacks } from "./terraform-stacks";
import { withTags } from "./with-tags";

/** What came of one stack. */
export interface StackRunThrough {
  readonly stack: string;
  readonly plan: Plan;
  readonly applied: Applied;
  /** The plan right after the apply of all stacks: to be empty. */
  readonly replan: Plan;
  /** The plan with one tag more on all that has tags: to replace nothing. */
  readonly tagged: Plan;
  readonly destroyed: Applied;
}

/**
 * Runs each stack of an app from init to destroy: init, validate, plan, apply, a second plan, a tag on everything
 * planned and applied, destroy in the opposite order, what `prevent_destroy` protects too.
 *
 * @throws a `TerraformError` at the first command that fails
 */
export async function runThrough(
  stacks: TerraformStacks,
  options: BindingsOptions = {},
): Promise<StackRunThrough[]> {
  const first = [];
  for (const stack of stacks.all) {
    await stack.init();
    await stack.validate();
    const plan = await stack.plan();
    first.push({ stack, plan, applied: await stack.apply() });
  }
  const through = [];
  for (const each of first) {
    const replan = await each.stack.plan();
    await each.stack.change((json) => withTags(json, { "run-through": "tagged" }, options));
    const tagged = await each.stack.plan();
    await each.stack.apply();
    through.push({ ...each, replan, tagged });
  }
  const done: StackRunThrough[] = [];
  for (const { stack, ...each } of through.reverse()) {
    await stack.change(withoutProtection);
    done.unshift({ stack: stack.name, ...each, destroyed: await stack.destroy() });
  }
  return done;
}

type Section = { [type: string]: { [name: string]: { lifecycle?: { prevent_destroy?: boolean } } } };

function withoutProtection(json: TerraformJson): TerraformJson {
  const elements = Object.values((json.resource ?? {}) as Section).flatMap((named) => Object.values(named));
  for (const { lifecycle } of elements) if (lifecycle) delete lifecycle.prevent_destroy;
  return json;
}
