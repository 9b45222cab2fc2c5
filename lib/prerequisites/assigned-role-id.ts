import { isGuid } from "../model/arm-id";
import type { Binding } from "../model/binding";
import { boundDefinition, roleKey } from "../model/bound-role";
import { entryOf, type Model, statedText } from "../model/model";

/** The GUID of the role that a binding gives: of a role of the app only where the app chooses it. */
export function assignedRoleId(model: Model, binding: Binding): string | undefined {
  const key = roleKey(model, binding);
  if (key !== undefined && isGuid(key)) return key;
  const reference = boundDefinition(model, binding);
  const entry = reference && entryOf(model, reference);
  const chosen = entry && statedText(model, entry, "role_definition_id");
  return chosen !== undefined && isGuid(chosen) ? chosen.toLowerCase() : undefined;
}
