import { entryOf, type Model } from "../model/model";
import { showValue, type Value } from "../model/value";
import { byIdentity, type Grant, grants, named, showPrincipal } from "./access";

/** What the bindings of a model grant, and which identities become members of groups, as lines of one table. */
export function withMemberships(model: Model): Grant[] {
  const memberships = model.groupMemberships.map(({ entry, group, member }) => ({
    identity: showPrincipal(model, { principal: member, principalType: undefined }),
    role: "(member of group)",
    scope: showGroup(model, group),
    path: entry.path,
  }));
  return [...grants(model), ...memberships].sort(byIdentity);
}

export function showGroup(model: Model, group: Value | undefined): string {
  const entry = group?.kind === "reference" ? entryOf(model, group) : undefined;
  if (entry) return named(model, entry);
  return group ? showValue(group) : "(none)";
}
