import { builtInRoleId, builtInRoleName } from "../azure/built-in-roles";
import { type Binding, guidOfRole, nameOfRole } from "./binding";
import { link } from "./link";
import { entryOf, type Model } from "./model";
import { rememberedIn } from "./remembered";
import { ROLE_DEFINITION_TYPE } from "./role-definition";
import { type Reference, readValue, showValue, type Value, valueKey } from "./value";

/**
 * The role definition of this app that a binding gives, as a reference to it: given whole, or as the last part of an
 * id whose beginning fits the scope.
 */
export function boundDefinition(
  model: Model,
  { roleDefinitionId }: Pick<Binding, "roleDefinitionId">,
): Reference | undefined {
  const last = roleDefinitionId?.kind === "template" ? roleDefinitionId.parts.at(-1) : roleDefinitionId;
  const given = link(last && withoutBasename(last), model.links);
  if (given?.kind !== "reference" || !/^role_definition_(?:resource_)?id$/.test(given.attribute))
    return undefined;
  const entry = entryOf(model, given);
  return entry?.type === ROLE_DEFINITION_TYPE && !entry.isData ? given : undefined;
}

/** The same for two bindings of one role, however each of them gives it. */
export const roleKey = rememberedIn((model, binding: Binding): string | undefined => {
  const guid = guidOfRole(binding);
  if (guid) return guid;
  const name = nameOfRole(binding);
  if (name !== undefined) return builtInRoleId(name) ?? name.toLowerCase();
  const definition = boundDefinition(model, binding);
  if (definition) return valueKey({ ...definition, attribute: "" });
  const role = binding.roleDefinitionId ?? binding.roleDefinitionName;
  return role && valueKey(role);
});

/** The role as a person knows it: by its name, where a GUID is that of a built-in one. */
export function showRole(binding: Binding): string {
  const guid = guidOfRole(binding);
  const role = binding.roleDefinitionId ?? binding.roleDefinitionName;
  return (guid && builtInRoleName(guid)) || showValue(role as Value);
}

/** Bindings of this library write `.../roleDefinitions/${basename(<id of the definition>)}`. */
function withoutBasename(value: Value): Value | undefined {
  const [, inner] = value.kind === "unknown" ? (/^basename\((.*)\)$/.exec(value.expression) ?? []) : [];
  return inner === undefined || value.kind !== "unknown" ? value : readValue(`\${${inner}}`, value.stack);
}
