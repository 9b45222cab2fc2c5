import type { Model } from "../model/model";
import { remembered } from "../model/remembered";
import type { Asked, OperationKind, Requester } from "../prerequisites/operation";
import { type Place, showPlace } from "../prerequisites/place";
import { placesOf } from "../prerequisites/requester-places";
import { requestersOf } from "../prerequisites/requesters";
import type { IdentityReport, ReportedOperation, ReportedResource } from "./identity-report";

/**
 * What Terraform asks of Azure for a stack. It is written at each synth: resources that ask for the same are told of
 * together, and nothing is worked out for each operation of each of them.
 *
 * @param isCompared whether a deployer is declared for the stack; the ids of scopes are worked out for that alone
 */
export function reportedOperations(
  model: Model,
  stack: string,
  isCompared: boolean,
): Pick<IdentityReport, "operations" | "notCovered"> {
  const { requesters, notCovered } = requestersOf(model);
  const groups = new Map<Asked, ReportedResource[]>();
  for (const requester of requesters) {
    const { subject, asked } = requester;
    if (subject.stack !== stack || asked.kinds.length === 0) continue;
    const { address } = subject;
    const resource = isCompared ? { address, scopes: scopesOf(model, requester) } : { address };
    const others = groups.get(asked);
    if (others) others.push(resource);
    else groups.set(asked, [resource]);
  }
  const open = notCovered.filter(({ subject }) => subject.stack === stack);
  return {
    operations: [...groups].map(([{ type, kinds }, resources]) => ({
      type,
      operations: kinds.map(reportedOperation),
      resources,
    })),
    notCovered: open.map(({ subject: { address }, reason }) => ({ address, reason })),
  };
}

function scopesOf(model: Model, requester: Requester): ReportedResource["scopes"] {
  const places = placesOf(model, requester);
  return Object.fromEntries(requester.asked.scopes.map((scope, at) => [scope, (places[at] ?? []).map(idOf)]));
}

/** Many resources have the same place in a scope. */
const idOf = remembered((place: Place): string => showPlace(place));

function reportedOperation({
  phase,
  action,
  certainty,
  scope,
  why,
  when,
  isData,
}: OperationKind): ReportedOperation {
  return { phase, action, certainty, scope, why, ...(when ? { when } : {}), ...(isData ? { isData } : {}) };
}
