import type { Entry } from "./entry";
import { remembered } from "./remembered";
import { roleGuid } from "./scope";
import { literalEnd, literalText, type Value } from "./value";

/** A role assignment: a principal may do what a role allows, at a scope and below. */
export interface Binding {
  readonly entry: Entry;
  readonly principal: Value | undefined;
  readonly principalType: Value | undefined;
  readonly scope: Value | undefined;
  readonly roleDefinitionId: Value | undefined;
  readonly roleDefinitionName: Value | undefined;
  readonly condition: Value | undefined;
}

export const BINDING_TYPE = "azurerm_role_assignment";

export function readBinding(entry: Entry, read: (raw: unknown) => Value | undefined): Binding {
  const { values } = entry;
  return {
    entry,
    principal: read(values.principal_id),
    principalType: read(values.principal_type),
    scope: read(values.scope),
    roleDefinitionId: read(values.role_definition_id),
    roleDefinitionName: read(values.role_definition_name),
    condition: read(values.condition),
  };
}

/** The role's GUID where the binding says it as text, also behind a prefix that only Terraform knows. */
export function guidOfRole({ roleDefinitionId }: Pick<Binding, "roleDefinitionId">): string | undefined {
  return roleDefinitionId && guidAtEnd(roleDefinitionId);
}

const guidAtEnd = remembered((value: Value) => roleGuid(literalEnd(value)));

/** The role's name where the binding says it as text. */
export function nameOfRole({ roleDefinitionName }: Pick<Binding, "roleDefinitionName">): string | undefined {
  return literalText(roleDefinitionName);
}
