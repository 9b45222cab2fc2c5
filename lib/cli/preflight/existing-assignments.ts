import { isGuid } from "../../model/arm-id";
import type { Binding } from "../../model/binding";
import type { Entry } from "../../model/entry";
import { IDENTITY_TYPE } from "../../model/identity";
import { entryOf, follow, type Model } from "../../model/model";
import { knownPrincipal } from "../../model/principal";
import { normalizeScope, roleGuid } from "../../model/scope";
import { literalText } from "../../model/value";
import { assignedRoleId } from "../../prerequisites/assigned-role-id";
import { type Place, showPlace } from "../../prerequisites/place";
import { placeOf, placeOfEntry } from "../../prerequisites/place-of";
import { isKnown } from "../../prerequisites/placeholder";
import type { Arm } from "./arm";
import { each } from "./pool";
import { scopeId } from "./scope-id";
import type { Settle } from "./subscriptions";

/** A role assignment of Azure with scope, principal and role of one that a stack makes. */
export interface ExistingAssignment {
  readonly entry: Entry;
  readonly id: string;
}

/**
 * Role assignments that are there already, as far as scope, role and principal are known before an apply: those of
 * principals that stand in the stacks by their object ids, or as a user-assigned identity that a stack looks up.
 */
export async function existingAssignments(
  arm: Arm,
  model: Model,
  bindings: readonly Binding[],
  settle: Settle,
): Promise<ExistingAssignment[]> {
  const found = new Map<Binding, string>();
  await each(bindings, async (binding) => {
    const { entry, scope } = binding;
    const role = assignedRoleId(model, binding);
    const place = scope && settle(placeOf(model, scope));
    // The client has no path for the assignments of the tenant.
    if (entry.repeated || !role || !place?.length || !place.every(isKnown)) return;
    const principalId = await principalIdOf(arm, model, binding, settle);
    if (principalId === undefined) return;
    const answer = await arm.assignmentsAt(scopeId(place), principalId);
    if (answer === "absent" || "refused" in answer) return;
    const equal = answer.value.find(
      (one) => isAt(one.scope, place) && roleGuid(one.roleDefinitionId) === role,
    );
    if (equal) found.set(binding, equal.id);
  });
  return bindings.flatMap((binding) => {
    const id = found.get(binding);
    return id === undefined ? [] : [{ entry: binding.entry, id }];
  });
}

async function principalIdOf(
  arm: Arm,
  model: Model,
  { principal }: Binding,
  settle: Settle,
): Promise<string | undefined> {
  const value = follow(model, principal);
  const given = literalText(value);
  if (given !== undefined) return isGuid(given) ? given : undefined;
  if (!value) return undefined;
  const known = knownPrincipal(model, value);
  const entry =
    known.kind === "reference" && known.attribute === "principal_id" ? entryOf(model, known) : undefined;
  if (entry?.type !== IDENTITY_TYPE || !entry.isData) return undefined;
  const place = settle(placeOfEntry(model, entry));
  const answer = place.every(isKnown) ? await arm.principalIdOf(scopeId(place)) : "absent";
  return typeof answer === "object" && "value" in answer ? answer.value : undefined;
}

function isAt(scope: string, place: Place): boolean {
  return normalizeScope(scope) === normalizeScope(showPlace(place));
}
