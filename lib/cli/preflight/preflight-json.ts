import { showPlace } from "../../prerequisites/place";
import type { CheckedOperation } from "./checked-operation";
import { importCommand } from "./import-lines";
import type { CheckedStack, Preflight } from "./preflight";

/** Answers as JSON: every operation, also what is allowed. */
export function preflightJson({ stacks }: Preflight): string {
  return `${JSON.stringify({ stacks: stacks.map(stackJson) }, null, 2)}\n`;
}

function stackJson({ stack, signedIn, operations, notCovered, existing }: CheckedStack) {
  return {
    stack: stack.path,
    signedIn: signedIn ?? null,
    operations: operations.map(operationJson),
    existing: existing.map((one) => ({
      address: one.entry.address,
      path: one.entry.path,
      id: one.id,
      import: importCommand(one, stack.folder),
    })),
    notCovered: notCovered.map(({ subject: { address, path }, reason }) => ({ address, path, reason })),
  };
}

function operationJson({ status, operation, place, at, reason }: CheckedOperation) {
  const { subject, phase, action, isData, certainty, why } = operation;
  return {
    status,
    ...(reason === undefined ? {} : { reason }),
    action,
    isData,
    scope: showPlace(place),
    askedAt: at ? showPlace(at) : null,
    address: subject.address,
    path: subject.path,
    phase,
    certainty,
    why,
  };
}
