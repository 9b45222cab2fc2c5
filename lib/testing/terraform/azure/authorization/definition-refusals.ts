import { builtInRoleId } from "../../../../azure/built-in-roles";
import type { ObjectValue } from "../../provider/value";
import { refuse } from "../refuse";
import type { Azure } from "../store/azure";
import { managementGroupOf } from "../store/ids";
import { blocks, text, texts } from "../values";
import { customRoles } from "./roles";

/** What Azure refuses of a role of the tenant's own. Source: Azure, Azure custom roles. @throws Refusal */
export function requireDefinition(azure: Azure, guid: string, state: ObjectValue): void {
  const name = text(state.name) ?? "";
  const namesake = customRoles(azure).find(
    (each) => each.guid !== guid.toLowerCase() && each.name.toLowerCase() === name.toLowerCase(),
  );
  if (namesake || builtInRoleId(name)) {
    refuse(
      409,
      "RoleDefinitionWithSameNameExists",
      `A custom role with the same name already exists in this directory. Use a different name.`,
    );
  }
  const scopes = texts(state.assignable_scopes);
  const groups = scopes.filter((scope) => managementGroupOf(scope) !== undefined);
  if (scopes.includes("/") || groups.length > 1) {
    refuse(
      400,
      "InvalidAssignableScopes",
      "A custom role may have one management group among its assignable scopes, and not the root.",
    );
  }
  const wrong = scopes.findIndex((scope) => !SCOPE.test(scope));
  if (wrong !== -1) {
    refuse(
      400,
      "LinkedInvalidPropertyId",
      `Property id '${scopes[wrong]}' at path 'properties.assignableScopes[${wrong}]' is invalid. Expect fully qualified resource Id that start with '/subscriptions/{subscriptionId}' or '/providers/{resourceProviderNamespace}/'.`,
    );
  }
  if (name.length > NAME_LIMIT) {
    refuse(400, "BadRequest", `The name of a role definition may have at most ${NAME_LIMIT} characters.`);
  }
  for (const [code, ...lists] of OPERATIONS) {
    const unknown = blocks(state.permissions)
      .flatMap((each) => lists.flatMap((list) => texts(each[list])))
      .find((operation) => !OPERATION.test(operation));
    if (unknown === undefined) continue;
    refuse(400, code, `'${unknown}' does not match any of the actions supported by the providers.`);
  }
}

const SCOPE = /^\/(?:subscriptions|providers)\/[^/]/i;

const NAME_LIMIT = 512;

/** What all operations have in common; Azure knows each of them. */
const OPERATION =
  /^(?:\*|(?=[^/]*[.*])[^/\s]+(?:\/[^/\s]+)*\/(?:read|write|delete|action|[^/\s]*\*[^/\s]*))$/i;

const OPERATIONS = [
  ["InvalidActionOrNotAction", "actions", "not_actions"],
  ["InvalidDataActionOrNotDataAction", "data_actions", "not_data_actions"],
] as const;
