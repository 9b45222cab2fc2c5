import type { Model } from "../model/model";
import type { Asked, OperationKind } from "../prerequisites/operation";
import { idsAt } from "../prerequisites/requester-places";
import { requestersOf } from "../prerequisites/requesters";
import type { IdentityReport, ReportedOperation, ReportedResource } from "./identity-report";

/**
 * What Terraform asks of Azure for a stack. It is written at each synth: resources that ask for the same are told of
 * together, and nothing is worked out for each operation of each of them.
 */
export function reportedOperations(
  model: Model,
  stack: string,
): Pick<IdentityReport, "operations" | "notCovered"> {
  const { requesters, notCovered } = requestersOf(model);
  const groups = new Map<Asked, ReportedResource[]>();
  for (const requester of requesters) {
    const { subject, asked } = requester;
    if (subject.stack !== stack || asked.kinds.length === 0) continue;
    const others = groups.get(asked);
    // To copy an object that has these keys already is many times faster than to add them one by one.
    const scopes: Scopes = { ...others?.[0]?.scopes };
    for (let at = 0; at < asked.scopes.length; at++) {
      scopes[asked.scopes[at] ?? ""] = idsAt(model, requester, at);
    }
    const resource = { address: subject.address, scopes };
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

interface Scopes {
  [scope: string]: readonly string[];
}

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
