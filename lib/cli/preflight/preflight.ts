import { groupBy } from "../../model/group-by";
import type { NotCovered } from "../../prerequisites/operation";
import { needsOf, needsOfStack } from "../../prerequisites/operations";
import type { Io } from "../io";
import type { Project, ProjectStack } from "../project/project";
import { type Account, accountOf } from "./account";
import { type Answers, type Asking, askAccount } from "./ask-account";
import type { Connect } from "./connect";
import { progressOn } from "./progress";
import { settleSubscriptions } from "./subscriptions";

/** What Azure says to all that the stacks of a project need. */
export interface Preflight {
  readonly stacks: readonly CheckedStack[];
}

export interface CheckedStack extends Answers {
  readonly stack: ProjectStack;
  readonly notCovered: readonly NotCovered[];
}

/** @throws Failure when Azure cannot be asked */
export async function preflight(
  { model, stacks }: Project,
  subscription: string | undefined,
  connect: Connect,
  io: Io,
): Promise<Preflight> {
  const settle = settleSubscriptions(model, subscription, io.env);
  const accounts = groupBy(stacks, ({ path }) => JSON.stringify(accountOf(model, path, io.env)));
  const progress = progressOn(io);
  const checked = new Map<ProjectStack, CheckedStack>();
  try {
    for (const [account, members] of accounts) {
      const asking = { model, settle, connect, progress };
      for (const one of await checkStacks(asking, JSON.parse(account), members)) checked.set(one.stack, one);
    }
  } finally {
    progress.end();
  }
  return { stacks: stacks.flatMap((stack) => checked.get(stack) ?? []) };
}

/** Stacks of one account are asked about together, as many ask for the same scopes. */
async function checkStacks(
  asking: Asking,
  account: Account,
  stacks: readonly ProjectStack[],
): Promise<CheckedStack[]> {
  const needs = needsOf(asking.model);
  const paths = new Set(stacks.map(({ path }) => path));
  const answers = await askAccount(
    asking,
    account,
    needs.operations.filter(({ subject }) => paths.has(subject.stack)),
    asking.model.bindings.filter(({ entry }) => paths.has(entry.stack)),
  );
  return stacks.map((stack) => ({
    ...answers,
    stack,
    operations: answers.operations.filter(({ operation }) => operation.subject.stack === stack.path),
    existing: answers.existing.filter(({ entry }) => entry.stack === stack.path),
    notCovered: needsOfStack(needs, stack.path).notCovered,
  }));
}
