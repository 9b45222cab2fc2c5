import type { Entry } from "../model/entry";
import { entryOf, type Model } from "../model/model";
import type { Value } from "../model/value";
import { type Agreement, agreementOn } from "./agreed-subscription";
import { roleAllows } from "./allows";
import { type Answer, every } from "./answer";
import { createdPart } from "./created";
import type { Grant } from "./grant";
import type { Needs, Operation, Subject } from "./operation";
import { isManagementGroup, liesIn, type Place, showPlace } from "./place";
import { withinLimit } from "./within-limit";

export type Status = "satisfied" | "missing" | "conditional" | "not covered";

/** What grants say to one operation, or to a resource of which the operations are not known. */
export interface Verdict {
  readonly status: Status;
  readonly subject: Subject;
  /** None where it is not covered. */
  readonly operation?: Operation;
  /** The grant that allows it, or may. */
  readonly by?: Grant;
  /** Why it is conditional or not covered. */
  readonly reason?: string;
}

/**
 * Whether the one who deploys may do all that stacks ask of Azure: an operation is allowed if any of the grants allows
 * it. Not all of Azure's reasons to refuse are roles: locks, policies and quotas are not looked at.
 */
export function evaluate(needs: Needs, grants: readonly Grant[], model: Model): Verdict[] {
  const evaluation: Evaluation = {
    model,
    grants: grants.map((grant) => ({ grant, byAction: new Map(), byPlace: new Map(), byStack: new Map() })),
    agreement: agreementOn(model, grants),
  };
  return [
    ...needs.operations.map((operation) => verdictOf(evaluation, operation)),
    ...needs.notCovered.map(({ subject, reason }): Verdict => ({ status: "not covered", subject, reason })),
  ];
}

interface Evaluation {
  readonly model: Model;
  readonly grants: readonly Asked[];
  readonly agreement: Agreement;
}

/** A grant with what it answered: many resources ask for the same. */
interface Asked {
  readonly grant: Grant;
  readonly byAction: Map<string, Answer>;
  readonly byPlace: Map<Place, Answer>;
  readonly byStack: Map<string, Answer>;
}

interface GrantAnswer {
  readonly answer: Answer;
  readonly by?: Grant;
}

function verdictOf(evaluation: Evaluation, operation: Operation): Verdict {
  const { answer, by } = answerTo(evaluation, operation);
  return verdictFrom(operation, answer, by);
}

/** What an answer means for an operation: how sure it is that it is asked for counts as well. */
export function verdictFrom(operation: Operation, answer: Answer, by?: Grant): Verdict {
  const { subject, certainty, when } = operation;
  const granted = by ? { by } : {};
  if (answer === "yes") return { status: "satisfied", subject, operation, ...granted };
  if (certainty === "tolerated")
    return { status: "satisfied", subject, operation, ...(when ? { reason: when } : {}) };
  if (answer !== "no")
    return { status: "conditional", subject, operation, ...granted, reason: answer.unless };
  if (certainty === "always") return { status: "missing", subject, operation };
  const needed = certainty === "uncertain" ? (when ?? "") : `it is asked for when ${when}`;
  return { status: "conditional", subject, operation, reason: needed };
}

function answerTo(evaluation: Evaluation, operation: Operation): GrantAnswer {
  let found: GrantAnswer = { answer: "no" };
  for (const asked of evaluation.grants) {
    const answer = grantAllows(evaluation, asked, operation);
    if (answer === "yes") return { answer, by: asked.grant };
    if (found.answer === "no" && answer !== "no") found = { answer, by: asked.grant };
  }
  return found;
}

function grantAllows(evaluation: Evaluation, asked: Asked, operation: Operation): Answer {
  const { model, agreement } = evaluation;
  const { grant, byAction, byPlace, byStack } = asked;
  const { action, isData, place, subject } = operation;
  const key = isData ? `data ${action}` : action;
  const role = once(byAction, key, () => roleAllows(model, grant.role, operation));
  if (role === "no") return "no";
  const covered = once(byPlace, place, () => placeAllows(agreement, grant, operation));
  if (covered === "no") return "no";
  const isLate = once(byStack, subject.stack, () => isThere(evaluation, grant, operation));
  return every([role, covered, withinLimit(model, grant.limit, operation), isLate]);
}

function once<K>(known: Map<K, Answer>, key: K, answer: () => Answer): Answer {
  const found = known.get(key) ?? answer();
  known.set(key, found);
  return found;
}

function placeAllows(agreement: Agreement, grant: Grant, { place }: Operation): Answer {
  const given = agreement.settle(grant.place);
  const lies = liesIn(agreement.settle(place), given);
  if (lies !== "unknown") return lies;
  if (isManagementGroup(given)) {
    return { unless: `which management groups ${showPlace(place.slice(0, 2))} is in is not known` };
  }
  const disagreement = agreement.disagreement(place) ?? agreement.disagreement(grant.place);
  // Without the place: what one grant leaves open for many resources is told once.
  return {
    unless: disagreement ?? `whether that lies in ${showPlace(given)} is known to Terraform alone`,
  };
}

/** Nobody can have a role at what the stack makes, or one that it makes, before it is made. */
function isThere({ model, agreement }: Evaluation, { role, place }: Grant, { subject }: Operation): Answer {
  const { stack } = subject;
  const created =
    createdPart(model, stack, place) ?? createdPart(model, stack, agreement.unsettle(place, stack));
  if (created) return { unless: `a role at ${showPlace(created)} can be had only after this stack made it` };
  const definition = "definition" in role ? definitionOf(model, role.definition) : undefined;
  const isLate = definition && definition.stack === stack && !definition.isData;
  return isLate ? { unless: `role ${definition.path} can be had only after this stack made it` } : "yes";
}

function definitionOf(model: Model, value: Value): Entry | undefined {
  return value.kind === "reference" ? entryOf(model, value) : undefined;
}
