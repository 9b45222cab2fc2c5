import { type Binding, readBinding } from "./binding";
import type { Entry } from "./entry";
import { readLinked } from "./link";
import type { Model } from "./model";
import { remembered } from "./remembered";
import type { Block } from "./terraform-json";

const PIM = /^azurerm_pim_(?:active|eligible)_role_assignment$/;
const AZAPI = /^microsoft\.authorization\/role(?:assignments|(?:assignment|eligibility)schedulerequests)@/i;

/**
 * Role assignments that are made in another way than by `azurerm_role_assignment`: of Privileged Identity Management,
 * and by azapi. They may be for a time, or wait until somebody asks for them.
 *
 * Source: azurerm, azurerm_pim_active_role_assignment; Azure, Microsoft.Authorization/roleAssignments (properties).
 */
export const otherAssignments = remembered((model: Model): readonly Binding[] =>
  model.entries.filter(isOther).map((entry) => {
    const { values } = entry;
    const given = PIM.test(entry.type) ? entry : { ...entry, values: inWordsOfAzurerm(values) };
    return { ...readBinding(given, (raw) => readLinked(raw, entry.stack, model.links)), entry };
  }),
);

/** Whether an element is read as a role assignment here. */
export function isOther({ isData, type, values }: Entry): boolean {
  if (isData) return false;
  return PIM.test(type) || (type.startsWith("azapi_") && AZAPI.test(String(values.type)));
}

/** What an expression says in place of `body` or `properties` is not known: all of it may be anything. */
function inWordsOfAzurerm({ parent_id, body }: Block): Block {
  const { properties } = asBlock(body);
  const { principalId, roleDefinitionId } = asBlock(properties);
  return { scope: parent_id, principal_id: principalId, role_definition_id: roleDefinitionId };
}

function asBlock(value: unknown): Block {
  return typeof value === "object" && value !== null ? (value as Block) : {};
}
