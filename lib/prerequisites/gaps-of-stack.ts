import type { DeclaredRole } from "../model/declared-role";
import type { Model } from "../model/model";
import { declaredGrants } from "./declared-grants";
import { evaluate } from "./evaluate";
import { gapMessage } from "./gap-message";
import { type Gap, gapsIn } from "./gaps";
import type { Subject } from "./operation";
import { needsOf, needsOfStack } from "./operations";

/** A gap as a rule tells of it. */
export interface ToldGap {
  readonly entry: Subject;
  readonly status: Gap["status"];
  readonly message: string;
}

/** What the declared deployer of a stack may not do, or may under conditions; nothing where none is declared. */
export function gapsOfStack(model: Model, stack: string, declared: readonly DeclaredRole[]): ToldGap[] {
  if (declared.length === 0) return [];
  const grants = declaredGrants(model, stack, declared);
  return gapsIn(evaluate(needsOfStack(needsOf(model), stack), grants, model)).map((gap) => ({
    entry: gap.subject,
    status: gap.status,
    message: gapMessage(model, gap, grants),
  }));
}
