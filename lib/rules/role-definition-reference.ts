import { bindingsBy } from "../model/bindings-by";
import { follow } from "../model/model";
import { quotedAddress } from "../model/quoted-address";
import { ROLE_DEFINITION_TYPE } from "../model/role-definition";
import { literalText, type Reference, showValue, type Value } from "../model/value";
import type { Rule } from "./rule";

export const roleDefinitionReference: Rule = {
  id: "role-definition-reference",
  title: "the id of a role is that of a role definition: of the app's own its role_definition_resource_id",
  why:
    'id of azurerm_role_definition is "<resource id>|<scope>", which Azure refuses at apply; so it does other ' +
    "attributes, and names",
  source: "azurerm, azurerm_role_definition (id, role_definition_resource_id)",
  level: "error",
  rawLevel: "error",
  check: (model) =>
    bindingsBy(model, "role_definition_id").flatMap(({ value, bindings }) => {
      const mistaken = mistakenReference(value);
      const message = mistaken ? referenceMessage(value, mistaken) : textMessage(follow(model, value));
      return message ? bindings.map(({ entry }) => ({ entry, message })) : [];
    }),
};

function referenceMessage(value: Value, mistaken: Reference): string {
  return (
    `role definition id "${showValue(value)}" takes ${describe(mistaken)} of ${mistaken.address}; allowed ` +
    "is its role_definition_resource_id; write that attribute, or bind the role of a CustomRole"
  );
}

const ROLE_ID = /\/roleDefinitions\/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\/?$/i;

function textMessage(given: Value | undefined): string | undefined {
  const text = literalText(given);
  if (!text || ROLE_ID.test(text) || quotedAddress(text) !== undefined) return undefined;
  return (
    `role definition id "${text}" is not the id of a role; allowed is ` +
    "<subscription of the scope>/providers/Microsoft.Authorization/roleDefinitions/<guid>; write that, give a name as " +
    "role_definition_name, or bind with IdentityRoleBinding, which takes a Role"
  );
}

/** In text that goes on before it, the GUID is a good ending. */
function mistakenReference(given: Value): Reference | undefined {
  const last = given.kind === "template" ? given.parts.at(-1) : given;
  if (last?.kind !== "reference" || !last.address.startsWith(`${ROLE_DEFINITION_TYPE}.`)) return undefined;
  const isGuidBehindText = given.kind === "template" && last.attribute === "role_definition_id";
  return last.attribute === "role_definition_resource_id" || isGuidBehindText ? undefined : last;
}

function describe({ attribute }: Reference): string {
  if (attribute === "id") return 'the id, which has the scope behind a "|",';
  if (attribute === "role_definition_id") return "the GUID alone";
  return attribute ? `the ${attribute}` : "the whole";
}
