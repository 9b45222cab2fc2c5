/** One block of what a role allows: its actions without the not-actions, which take nothing from other blocks. */
export interface PermissionBlock {
  readonly actions: readonly string[];
  readonly notActions: readonly string[];
  readonly dataActions: readonly string[];
  readonly notDataActions: readonly string[];
  /** Whether a condition, which is part of the role, limits it. */
  readonly isConditional: boolean;
}

interface PermissionTable {
  readonly actions: readonly string[];
  readonly rowById: ReadonlyMap<string, string>;
}

let table: PermissionTable | undefined;
const blocksById = new Map<string, readonly PermissionBlock[]>();

/** What a built-in role allows, actions in lower case; `undefined` for a GUID that none has. */
export function builtInPermissions(id: string): readonly PermissionBlock[] | undefined {
  const guid = id.toLowerCase();
  const known = blocksById.get(guid);
  if (known) return known;
  const row = permissionTable().rowById.get(guid);
  if (row === undefined) return undefined;
  const blocks = row.split(";").map(readBlock);
  blocksById.set(guid, blocks);
  return blocks;
}

/** GUIDs of all built-in roles. */
export function builtInRoleIds(): Iterable<string> {
  return permissionTable().rowById.keys();
}

/** The table is read at the first question; what a role allows when it is asked for. */
function permissionTable(): PermissionTable {
  if (table) return table;
  const { ACTIONS, PERMISSIONS } =
    require("./built-in-role-permissions") as typeof import("./built-in-role-permissions");
  let before = "";
  const actions = lines(ACTIONS).map((line) => {
    const space = line.indexOf(" ");
    before = before.slice(0, Number.parseInt(line.slice(0, space), 36)) + line.slice(space + 1);
    return before;
  });
  table = {
    actions,
    rowById: new Map(lines(PERMISSIONS).map((line) => [line.slice(0, 36), line.slice(37)])),
  };
  return table;
}

function lines(text: string): string[] {
  return text.slice(1, -1).split("\n");
}

function readBlock(text: string): PermissionBlock {
  const isConditional = text.startsWith("?");
  const [actions = [], notActions = [], dataActions = [], notDataActions = []] = text
    .slice(isConditional ? 1 : 0)
    .split("|")
    .map(readList);
  return { actions, notActions, dataActions, notDataActions, isConditional };
}

function readList(text: string): string[] {
  let at = 0;
  if (text === "") return [];
  return text.split(" ").map((distance) => {
    at += Number.parseInt(distance, 36);
    return permissionTable().actions[at] as string;
  });
}
