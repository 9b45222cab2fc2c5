import { readFileSync } from "node:fs";
import { join } from "node:path";
import {
  type Plan,
  type ResourceChange,
  type StackRun,
  TerraformError,
  TerraformStacks,
} from "cdktf-azure-identity/testing/terraform";
import { EXISTING, PRINCIPALS, SUBSCRIPTION } from "./parts";
import { shortened } from "./shortened";
import type { Outcome, Phase } from "./small-stack";

/** Runs what cdktf wrote into a folder, after what it had written into those before. */
export async function terraformOf(
  [first = "", ...changed]: readonly string[],
  variables: { readonly [name: string]: unknown } = {},
): Promise<Outcome> {
  const stacks = await TerraformStacks.open(first, {
    variables,
    existing: EXISTING,
    principals: PRINCIPALS,
    subscriptionId: SUBSCRIPTION,
    // What the rules are compared with is the stand-in: no other Azure lets itself be asked this often.
    provider: "stand-in",
  });
  try {
    const run = stacks.get("small");
    for (const folder of changed) {
      await run.apply();
      const json = readFileSync(join(folder, "stacks", "small", "cdk.tf.json"), "utf8");
      await run.change(() => JSON.parse(json));
    }
    return await outcomeOf(run);
  } finally {
    await stacks.close();
  }
}

/** Without a module no stack needs an init, and a plan validates. */
async function outcomeOf(run: StackRun): Promise<Outcome> {
  const planned = await attempt("plan", () => run.plan());
  if (planned.failure) return (await attempt("validate", () => run.validate())).failure ?? planned.failure;
  const applied = await attempt("apply", () => run.apply());
  if (applied.failure) return applied.failure;
  const replanned = await attempt("plan", () => run.plan());
  if (replanned.failure) return replanned.failure;
  const unstable = changesOf(replanned.result);
  if (unstable) return unstable;
  const destroyed = await attempt("destroy", () => run.destroy());
  return destroyed.failure ?? replacementIn(planned.result) ?? "passes";
}

async function attempt<T>(phase: Phase, work: () => Promise<T>) {
  try {
    return { result: await work(), failure: undefined };
  } catch (error) {
    if (!(error instanceof TerraformError)) throw error;
    const failure: Outcome = `fails at ${phase}: ${shortened(error)}`;
    return { result: undefined, failure };
  }
}

function changesOf(plan: Plan | undefined): Outcome | undefined {
  if (!plan || plan.isEmpty) return undefined;
  const names = [...plan.changes.map(({ address }) => address), ...Object.keys(plan.outputs)];
  return replacementIn(plan) ?? `changes ${names.sort().join(", ")}`;
}

function replacementIn(plan: Plan | undefined): Outcome | undefined {
  const replaced = (plan?.changes ?? []).filter(isReplacement).map(({ address }) => address);
  return replaced.length > 0 ? `replaces ${replaced.sort().join(", ")}` : undefined;
}

function isReplacement({ actions }: ResourceChange): boolean {
  return actions.includes("create") && actions.includes("delete");
}
