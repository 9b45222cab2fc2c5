import { bindingsBy } from "../model/bindings-by";
import { ROLE_DEFINITION_TYPE } from "../model/role-definition";
import { type Reference, showValue, type Value } from "../model/value";
import type { Rule } from "./rule";

export const roleDefinitionReference: Rule = {
  id: "role-definition-reference",
  title: "a role of the app's own is bound by its role_definition_resource_id",
  why: 'id of azurerm_role_definition is "<resource id>|<scope>", which Azure refuses at apply; so it does other attributes',
  source: "azurerm, azurerm_role_definition (id, role_definition_resource_id)",
  level: "error",
  rawLevel: "error",
  check: (model) =>
    bindingsBy(model, "role_definition_id").flatMap(({ value, bindings }) => {
      const mistaken = mistakenReference(value);
      if (!mistaken) return [];
      const message =
        `role definition id "${showValue(value)}" takes ${describe(mistaken)} of ${mistaken.address}; allowed ` +
        "is its role_definition_resource_id; write that attribute, or bind the role of a CustomRole";
      return bindings.map(({ entry }) => ({ entry, message }));
    }),
};

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
