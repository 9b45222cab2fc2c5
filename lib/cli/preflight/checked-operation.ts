import { type Status, verdictFrom } from "../../prerequisites/evaluate";
import type { Operation } from "../../prerequisites/operation";
import { type Place, showPlace } from "../../prerequisites/place";
import { showPlaceholders } from "../../prerequisites/placeholder";
import type { Asked } from "./ask";

/** What preflight finds out about one operation. */
export interface CheckedOperation {
  readonly status: Status | "not asked";
  readonly operation: Operation;
  /** Where Azure checks it. */
  readonly place: Place;
  /** The lowest scope of which Azure told the permissions, or refused to. */
  readonly at?: Place;
  /** Whether there is nothing yet below that scope. */
  readonly isAbsent: boolean;
  /** Why it is conditional or not asked. */
  readonly reason?: string;
}

export function checkedOperation(asked: Asked): CheckedOperation {
  const { operation, place, isAbsent } = asked;
  const { status, reason } = statusOf(asked);
  const at = status === "not asked" ? asked.refused?.at : asked.at;
  return {
    status,
    operation,
    place,
    isAbsent,
    ...(at ? { at } : {}),
    ...(reason === undefined ? {} : { reason }),
  };
}

function statusOf(asked: Asked): Pick<CheckedOperation, "status" | "reason"> {
  const { operation, answer, place, at, isWhole, isAbsent } = asked;
  const isSettled = answer === "yes" || operation.certainty === "tolerated";
  const reason = isSettled ? undefined : whyNotAsked(asked);
  if (reason !== undefined) return { status: "not asked", reason };
  const isBelowKnown = answer === "no" && !isWhole && !isAbsent;
  const unless = at
    ? `no role at ${showPlace(at)} allows it, and what lies below is known to Terraform alone`
    : `${showPlace(place)} is known to Terraform alone`;
  return verdictFrom(operation, isBelowKnown ? { unless } : answer);
}

function whyNotAsked({ refused, at, isWhole, place }: Asked): string | undefined {
  if (refused) return refused.reason;
  if (at) return undefined;
  if (isWhole) return "the scope does not exist";
  const [, id = ""] = place;
  return place[0] === "subscriptions"
    ? `${showPlaceholders(id)} is not known here; name the subscription with --subscription`
    : undefined;
}
