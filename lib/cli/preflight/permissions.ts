import type { PermissionBlock } from "../../azure/role-permissions";

export interface PermissionPage {
  readonly blocks: readonly PermissionBlock[];
  readonly nextLink?: string;
}

/** One page of the permissions API; `undefined` where it is none. */
export function readPermissions(page: unknown): PermissionPage | undefined {
  const { value, nextLink } = (page ?? {}) as { readonly value?: unknown; readonly nextLink?: unknown };
  if (!Array.isArray(value) || !value.every(isObject)) return undefined;
  return {
    blocks: value.map(readBlock),
    ...(typeof nextLink === "string" && nextLink !== "" ? { nextLink } : {}),
  };
}

/** A condition that is part of a role is told in later versions of the API; one of an assignment never is. */
function readBlock(block: Readonly<Record<string, unknown>>): PermissionBlock {
  return {
    actions: texts(block.actions),
    notActions: texts(block.notActions),
    dataActions: texts(block.dataActions),
    notDataActions: texts(block.notDataActions),
    isConditional: typeof block.condition === "string" && block.condition !== "",
  };
}

function texts(list: unknown): string[] {
  return [list ?? []].flat().filter((one): one is string => typeof one === "string");
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null;
}
