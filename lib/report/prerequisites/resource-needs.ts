import type { DeclaredRole } from "../../model/declared-role";
import { groupBy } from "../../model/group-by";
import type { Model } from "../../model/model";
import { declaredGrants } from "../../prerequisites/declared-grants";
import { evaluate, type Status, type Verdict } from "../../prerequisites/evaluate";
import type { Subject } from "../../prerequisites/operation";
import { needsOf, needsOfStack } from "../../prerequisites/operations";
import type { Place } from "../../prerequisites/place";
import { sharedPlace } from "../../prerequisites/place-before";
import { ScopeTexts } from "../../prerequisites/scope-texts";
import { actionsByType } from "./actions-by-type";

/** What Azure is asked for with one resource, a provider or the backend of a stack. */
export interface ResourceNeeds {
  readonly path: string;
  readonly address: string;
  readonly actions: readonly NeededActions[];
}

/** Actions on one type at one scope, of which the same is to say. */
export interface NeededActions {
  /** `Microsoft.Compute/virtualMachines: delete, read, write`; none where they are not known. */
  readonly actions?: string;
  readonly scope?: string;
  /** Only where the deployer is known. */
  readonly status?: Status;
  /** Why it is conditional or not covered. */
  readonly reason?: string;
}

/** The operations of a stack by resource, with what the roles that are declared for its deployer say to them. */
export function resourceNeeds(
  model: Model,
  stack: string,
  declared: readonly DeclaredRole[],
): ResourceNeeds[] {
  const grants = declaredGrants(model, stack, declared);
  const verdicts = evaluate(needsOfStack(needsOf(model), stack), grants, model);
  const scopes = new ScopeTexts([stack]);
  const show = (place: Place) => scopes.of(sharedPlace(model, place));
  const known = grants.length > 0 ? verdicts : verdicts.map(withoutStatus);
  return [...groupBy(known, ({ subject }) => subject.address).values()].flatMap((ofSubject) => {
    const [first] = ofSubject;
    return first
      ? [{ path: first.subject.path, address: first.subject.address, actions: actionsOf(ofSubject, show) }]
      : [];
  });
}

type Told = Pick<Verdict, "operation" | "reason"> & { readonly subject: Subject; readonly status?: Status };

/** Nobody asks what a deployer that is not known may do; that it is not known what is asked for stays. */
function withoutStatus({ status, subject, operation, reason }: Verdict): Told {
  if (status === "not covered") return { status, subject, ...(reason ? { reason } : {}) };
  return { subject, ...(operation ? { operation } : {}) };
}

function actionsOf(told: readonly Told[], show: (place: Place) => string): NeededActions[] {
  const alike = groupBy(told, ({ operation, status, reason }) =>
    [operation ? show(operation.place) : "", status, reason].join("\t"),
  );
  return [...alike.values()].flatMap((same) => {
    const [{ operation, status, reason } = {}] = same;
    const verdict = { ...(status ? { status } : {}), ...(reason ? { reason } : {}) };
    if (!operation) return [verdict];
    const asked = actionsByType(same.flatMap((one) => one.operation ?? []));
    return asked.map((actions) => ({ actions, scope: show(operation.place), ...verdict }));
  });
}
