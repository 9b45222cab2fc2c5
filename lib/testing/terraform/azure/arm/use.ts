import type { Kind } from "../kinds/kind";
import { refuse } from "../refuse";
import type { Azure } from "../store/azure";
import { liesIn } from "../store/ids";

/** Azure deletes nothing that is in use, but for identities: these may be attached. @throws Refusal */
export function requireUnused(azure: Azure, kind: Kind, id: string): void {
  if (!kind.inUseCode) return;
  const user = azure
    .all()
    .find((each) => !liesIn(each.id, id) && each.refersTo?.some((referred) => liesIn(referred, id)));
  if (user) refuse(400, kind.inUseCode, `Resource ${id} is in use by ${user.id} and cannot be deleted.`);
}
