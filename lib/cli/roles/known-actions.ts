import { operationActions } from "../../azure/operation-rows";
import { builtInPermissions, builtInRoleIds } from "../../azure/role-permissions";

/** Actions in lower case. */
export interface KnownActions {
  readonly control: ReadonlySet<string>;
  readonly data: ReadonlySet<string>;
}

let named: KnownActions | undefined;
let spellings: ReadonlyMap<string, string> | undefined;

/** Actions that a built-in role names in full, as one that it gives or leaves out. */
export function namedActions(): KnownActions {
  named ??= readActions();
  return named;
}

/** Those, and what azurerm asks for. */
export function knownActions(): KnownActions {
  const { control, data } = namedActions();
  const asked = [...operationActions()].map((action) => action.toLowerCase());
  return { control: new Set([...control, ...asked.filter((action) => !data.has(action))]), data };
}

/** An action as Azure spells it, where what azurerm asks for tells; built-in roles are in lower case here. */
export function spelt(action: string): string {
  spellings ??= new Map([...operationActions()].map((one) => [one.toLowerCase(), one]));
  return spellings.get(action) ?? action;
}

function readActions(): KnownActions {
  const blocks = [...builtInRoleIds()].flatMap((id) => builtInPermissions(id) ?? []);
  const whole = (patterns: readonly string[]) => patterns.filter((pattern) => !pattern.includes("*"));
  return {
    control: new Set(blocks.flatMap(({ actions, notActions }) => whole([...actions, ...notActions]))),
    data: new Set(
      blocks.flatMap(({ dataActions, notDataActions }) => whole([...dataActions, ...notDataActions])),
    ),
  };
}
