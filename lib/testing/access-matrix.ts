import type { IConstruct } from "constructs";
import { type Model, readModel } from "../model/model";
import { type Grant, grants, grantsTable } from "../report/access";
import { withMemberships } from "../report/memberships";
import { readStack } from "../synth/read-stack";
import { stacksOf } from "../synth/run";

/**
 * Who may do what where, as a text table for snapshots: identity, role, scope, and the construct that binds them. A
 * review shows each change of access as a line of words. A membership of a group is a line too.
 *
 * It is of the state that the stacks are in now; synthesize first where aspects change bindings.
 */
export function accessMatrix(appOrStack: IConstruct): string {
  return grantsTable(withMemberships(modelOf(appOrStack)));
}

export function grantsOf(appOrStack: IConstruct): Grant[] {
  return grants(modelOf(appOrStack));
}

function modelOf(appOrStack: IConstruct): Model {
  return readModel(stacksOf(appOrStack).map(readStack));
}
