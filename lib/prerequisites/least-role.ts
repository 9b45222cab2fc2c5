import { GUIDE_ROLES, WIDE_ROLES } from "../azure/guide-roles";
import { builtInPermissions, builtInRoleIds } from "../azure/role-permissions";
import { blocksAllow } from "./allows";
import type { Operation } from "./operation";

export type Asked = Pick<Operation, "action" | "isData">;

/** Whether a built-in role allows an action, without a condition of its own. */
export function builtInAllows(id: string, asked: Asked): boolean {
  const key = asked.isData ? `data ${asked.action}` : asked.action;
  const answers = known.get(id) ?? new Map<string, boolean>();
  known.set(id, answers);
  const answer = answers.get(key) ?? blocksAllow(builtInPermissions(id) ?? [], asked) === "yes";
  answers.set(key, answer);
  return answer;
}

const known = new Map<string, Map<string, boolean>>();

/**
 * The GUID of the built-in role with the least in it that allows all that is asked for: one that Azure's guides name,
 * and else the one with the fewest actions and stars; `undefined` where none does.
 */
export function leastRole(asked: readonly Asked[]): string | undefined {
  const allows = (id: string) => asked.every((one) => builtInAllows(id, one));
  const named = [...GUIDE_ROLES, ...WIDE_ROLES].find(allows);
  if (named !== undefined || asked.length === 0) return named;
  return [...builtInRoleIds()].filter(allows).sort((a, b) => breadth(a) - breadth(b))[0];
}

const STAR = 50;

function breadth(id: string): number {
  const patterns = (builtInPermissions(id) ?? []).flatMap(({ actions, dataActions }) => [
    ...actions,
    ...dataActions,
  ]);
  return patterns.reduce((sum, pattern) => sum + (pattern.includes("*") ? STAR : 1), 0);
}
