import type { Entry } from "./entry";
import type { Host } from "./host";
import type { Block } from "./terraform-json";
import type { Value } from "./value";

const TYPES: ReadonlySet<string> = new Set([
  "azapi_resource",
  "azapi_update_resource",
  "azapi_resource_action",
]);

/**
 * The attribute in which azapi shows the principal id of a host: of its identity block, or of what Azure answered, whole or
 * as what was exported under this name.
 */
export const AZAPI_PRINCIPAL = /^(?:identity\[0\]\.principal_id|output\.(?:identity\.)?principalId)$/;

/** Reads the `identity` that azapi gives to a resource in the words of Resource Manager; `undefined` without one. */
export function readAzapiHost(entry: Entry, readAll: (raw: unknown) => Value[]): Host | undefined {
  const { isData, type, values } = entry;
  if (isData || !TYPES.has(type) || values.when === "destroy") return undefined;
  const { identity } = asBlock(values.body) ?? {};
  if (identity === undefined || identity === null) return undefined;
  const block = asBlock(identity);
  if (!block) return { entry, hasSystemIdentity: undefined, identityIds: undefined };

  const [kind] = readAll(block.type);
  return {
    entry,
    hasSystemIdentity: kind?.kind === "literal" ? String(kind.value).includes("SystemAssigned") : undefined,
    identityIds: idsIn(block.userAssignedIdentities, readAll),
  };
}

/** Whether azapi acts on a resource of this type of Azure's, `Microsoft.Compute/virtualMachines`. */
export function actsOn({ values }: Entry, armType: string): boolean {
  return typeof values.type === "string" && values.type.toLowerCase().startsWith(`${armType.toLowerCase()}@`);
}

/** Null takes an identity away. */
function idsIn(users: unknown, readAll: (raw: unknown) => Value[]): Value[] | undefined {
  if (users === undefined || users === null) return [];
  const map = asBlock(users);
  return map && Object.keys(map).flatMap((id) => (isNull(map[id]) ? [] : readAll(id)));
}

function isNull(value: unknown): boolean {
  return value === null || value === "${null}";
}

function asBlock(value: unknown): Block | undefined {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Block) : undefined;
}
