import { refuse } from "./refuse";
import type { Azure } from "./store/azure";
import { liesIn, parentOf } from "./store/ids";

/** Source: Azure, Lock your resources to protect your infrastructure. */
export function requireNoLock(azure: Azure, id: string, operation: "write" | "delete"): void {
  const scopes = locks(azure)
    .filter(({ level }) => operation === "delete" || level === "ReadOnly")
    .map(({ scope }) => scope)
    .filter((scope) => liesIn(id, scope) || (operation === "delete" && liesIn(scope, id)));
  if (scopes.length === 0) return;
  refuse(
    409,
    "ScopeLocked",
    `The scope '${id}' cannot perform ${operation} operation because following scope(s) are locked: '${scopes.join(",")}'. Please remove the lock and try again.`,
  );
}

const LOCK = /\/providers\/microsoft\.authorization\/locks\/[^/]+$/i;

function locks(azure: Azure): { scope: string; level: unknown }[] {
  return azure
    .all()
    .filter(({ id }) => LOCK.test(id))
    .map(({ id, state }) => ({ scope: parentOf(id) ?? "/", level: state?.lock_level }));
}
