import type { Binding } from "../../model/binding";
import type { Model } from "../../model/model";
import type { Operation } from "../../prerequisites/operation";
import { plural } from "../../report/document/summary";
import { Failure } from "../failure";
import type { Account } from "./account";
import type { Arm, SignedIn } from "./arm";
import { ask } from "./ask";
import { type CheckedOperation, checkedOperation } from "./checked-operation";
import type { Connect } from "./connect";
import { type ExistingAssignment, existingAssignments } from "./existing-assignments";
import type { Progress } from "./progress";
import type { Settle } from "./subscriptions";

/** With what questions are asked. */
export interface Asking {
  readonly model: Model;
  readonly settle: Settle;
  readonly connect: Connect;
  readonly progress: Progress;
}

export interface Answers {
  readonly operations: readonly CheckedOperation[];
  readonly existing: readonly ExistingAssignment[];
  /** Who asked; not known where nothing was asked, or the token does not say. */
  readonly signedIn?: SignedIn;
  /** Why nothing could have been asked, where there was nothing to ask. */
  readonly notSignedIn?: string;
}

/** Asks one account about operations and role assignments of all stacks that are applied to it. */
export async function askAccount(
  { model, settle, connect, progress }: Asking,
  account: Account,
  operations: readonly Operation[],
  bindings: readonly Binding[],
): Promise<Answers> {
  if (operations.length === 0) return { operations: [], existing: [] };
  progress.say("signing in to Azure");
  const arm = await connect(account, (seconds) => progress.say(`Azure throttles, waiting ${seconds} s`));
  const placed = operations.map((operation) => ({ operation, place: settle(operation.place) }));
  let scopes = 0;
  const asked = await ask(arm, placed, () =>
    progress.say(`asking Azure about permissions: ${plural(++scopes, "scope")}`),
  );
  progress.say("asking Azure about role assignments");
  const existing = await existingAssignments(arm, model, bindings, settle);
  const signedIn = arm.signedIn();
  const notSignedIn = scopes === 0 ? await whyNotSignedIn(arm) : undefined;
  return {
    operations: asked.map(checkedOperation),
    existing,
    ...(signedIn ? { signedIn } : {}),
    ...(notSignedIn === undefined ? {} : { notSignedIn }),
  };
}

/** Who has to name a subscription learns at once that the sign-in is missing as well. */
async function whyNotSignedIn(arm: Arm): Promise<string | undefined> {
  try {
    await arm.signIn();
    return undefined;
  } catch (error) {
    if (error instanceof Failure) return error.message;
    throw error;
  }
}
