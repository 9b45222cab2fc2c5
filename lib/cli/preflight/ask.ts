import { groupBy } from "../../model/group-by";
import { blocksAllow } from "../../prerequisites/allows";
import type { Answer } from "../../prerequisites/answer";
import type { Operation } from "../../prerequisites/operation";
import { type Place, placeKey } from "../../prerequisites/place";
import type { Arm } from "./arm";
import { each } from "./pool";
import { scopeId } from "./scope-id";
import { type ScopeLevels, scopeLevels } from "./scope-levels";

/** What Azure said about one operation. */
export interface Asked {
  readonly operation: Operation;
  /** Of which it is asked, with its subscription where that is known. */
  readonly place: Place;
  readonly answer: Answer;
  /** The lowest scope of which Azure told the permissions. */
  readonly at?: Place;
  /** Whether there is nothing yet below that scope. */
  readonly isAbsent: boolean;
  /** Why the answer is none, and the highest scope of which Azure said so; it did of all below as well. */
  readonly refused?: { readonly reason: string; readonly at: Place };
  /** Whether all of the place was known, so that more could not be asked. */
  readonly isWhole: boolean;
}

/**
 * Asks for the permissions at the scopes of operations from the highest one down, and of each scope once. What is
 * allowed above is allowed below, so that lower ones are asked only about what is not. Below a scope that does not exist
 * there is nothing at which one could have a role.
 */
export async function ask(
  arm: Arm,
  operations: readonly { readonly operation: Operation; readonly place: Place }[],
  onScope: () => void,
): Promise<Asked[]> {
  let asked = operations.map(({ operation, place }): Open => {
    const { levels, isWhole } = scopeLevels(place);
    return { operation, place, levels, isWhole, answer: "no", isAbsent: false, isClosed: false };
  });
  for (let level = 0; asked.some((one) => isOpen(one, level)); level++) {
    const scopes = groupBy(
      asked.filter((one) => isOpen(one, level)),
      ({ levels }) => placeKey(levels[level] ?? []),
    );
    const answers = new Map<string, Told>();
    await each(scopes, async ([key, [first]]) => {
      answers.set(key, await arm.permissionsAt(scopeId(first?.levels[level] ?? [])));
      onScope();
    });
    asked = asked.map((one) => (isOpen(one, level) ? learned(one, level, answers) : one));
  }
  return asked;
}

interface Open extends Asked, ScopeLevels {
  /** Whether nothing more is to be learned from scopes below. */
  readonly isClosed: boolean;
}

type Told = Awaited<ReturnType<Arm["permissionsAt"]>>;

function isOpen({ isClosed, levels }: Open, level: number): boolean {
  return !isClosed && level < levels.length;
}

/** What is told of a scope counts for more than what was told of the ones above: it includes that. */
function learned(one: Open, level: number, answers: ReadonlyMap<string, Told>): Open {
  const at = one.levels[level] ?? [];
  const told = answers.get(placeKey(at));
  if (told === undefined || told === "absent") return { ...one, isAbsent: true, isClosed: true };
  if ("refused" in told) {
    return { refused: { reason: told.refused, at }, ...one, isClosed: !told.isForScope };
  }
  const { refused: _, ...rest } = one;
  const answer = blocksAllow(told.value, one.operation);
  return { ...rest, at, answer, isClosed: answer === "yes" };
}
