import { type Entry, hasDynamic } from "./entry";
import type { Block } from "./terraform-json";
import type { Value } from "./value";

/** A role of the user's own, as a stack defines it. */
export interface RoleDefinition {
  readonly entry: Entry;
  readonly name: Value | undefined;
  /** Where it is kept. */
  readonly scope: Value | undefined;
  /** Where it can be given, which is its own scope unless it says more; `undefined` when not known at synth. */
  readonly assignableScopes: readonly Value[] | undefined;
  /** `undefined` when not known at synth. */
  readonly permissions: readonly Permission[] | undefined;
}

/** One block of permissions; a list is `undefined` when it is not known at synth. */
export interface Permission {
  readonly actions: readonly Value[] | undefined;
  readonly notActions: readonly Value[] | undefined;
  readonly dataActions: readonly Value[] | undefined;
  readonly notDataActions: readonly Value[] | undefined;
}

export const ROLE_DEFINITION_TYPE = "azurerm_role_definition";

export function readRoleDefinition(entry: Entry, readAll: (raw: unknown) => Value[]): RoleDefinition {
  const { values } = entry;
  const list = (raw: unknown) => (typeof raw === "string" ? undefined : readAll(raw));
  const given = list(values.assignable_scopes);
  return {
    entry,
    name: readAll(values.name)[0],
    scope: readAll(values.scope)[0],
    assignableScopes: given?.length === 0 ? readAll(values.scope) : given,
    permissions: permissionBlocks(values)?.map((block) => ({
      actions: list(block.actions),
      notActions: list(block.not_actions),
      dataActions: list(block.data_actions),
      notDataActions: list(block.not_data_actions),
    })),
  };
}

/** The blocks as they are written; `undefined` where an expression or a dynamic block makes them. */
function permissionBlocks(values: Block): Block[] | undefined {
  if (hasDynamic(values, "permissions")) return undefined;
  const blocks = [values.permissions ?? []].flat();
  return blocks.every((block) => typeof block === "object" && block !== null)
    ? (blocks as Block[])
    : undefined;
}
