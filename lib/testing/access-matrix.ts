import type { IConstruct } from "constructs";
import { type Model, readModel } from "../model/model";
import { grantsTable } from "../report/access";
import { withMemberships } from "../report/memberships";
import { readApp } from "../synth/read-app";
import { requireAppOrStack } from "../synth/require-app-or-stack";
import { stacksOf } from "../synth/run";

/**
 * Who may do what where, as a text table for snapshots: identity, role, scope, and the construct that binds them. A
 * review shows each change of access as a line of words. A membership of a group is a line too.
 *
 * It is of the state that the stacks are in now; synthesize first where aspects change bindings. Of a stack it shows what
 * is bound there, also where the identity or the scope is in another stack of the app.
 *
 * @throws when the construct is neither, but inside a stack
 */
export function accessMatrix(appOrStack: IConstruct): string {
  return grantsTable(withMemberships(accessModel(appOrStack)));
}

/** The model of the whole app, as references lead to other stacks, with the bindings of what is asked for alone. */
export function accessModel(appOrStack: IConstruct): Model {
  requireAppOrStack(appOrStack, "the access in");
  const model = readModel(readApp(appOrStack));
  const asked = new Set(stacksOf(appOrStack).map(({ node }) => node.path));
  const isAsked = ({ entry }: { readonly entry: { readonly stack: string } }) => asked.has(entry.stack);
  return {
    ...model,
    bindings: model.bindings.filter(isAsked),
    groupMemberships: model.groupMemberships.filter(isAsked),
  };
}
