import type { Binding } from "../model/binding";
import type { Model } from "../model/model";
import { remembered } from "../model/remembered";
import type { Needs, Operation, Requester, Subject } from "./operation";
import { placesOf } from "./requester-places";
import { requestersOf } from "./requesters";

/**
 * Everything that Terraform asks of Azure to make, read, change and delete what the stacks of a model say, and the
 * resources for which that is not known.
 */
export const needsOf = remembered((model: Model): Needs => {
  const { requesters, notCovered } = requestersOf(model);
  const bindings = new Map<Subject, Binding>(model.bindings.map((binding) => [binding.entry, binding]));
  return {
    operations: requesters.flatMap((requester) =>
      operationsOf(model, requester, bindings.get(requester.subject)),
    ),
    notCovered,
  };
});

/** What one of several stacks needs. */
export function needsOfStack({ operations, notCovered }: Needs, stack: string): Needs {
  return {
    operations: operations.filter(({ subject }) => subject.stack === stack),
    notCovered: notCovered.filter(({ subject }) => subject.stack === stack),
  };
}

function operationsOf(model: Model, requester: Requester, binding: Binding | undefined): Operation[] {
  const { subject, asked } = requester;
  const places = placesOf(model, requester);
  return asked.kinds.flatMap(({ phase, action, isData, certainty, why, when, scope }) =>
    (places[asked.scopes.indexOf(scope)] ?? []).map(
      (place): Operation => ({ subject, phase, action, isData, place, certainty, why, when, binding }),
    ),
  );
}
