import type { OperationRow } from "../azure/operation-rows";
import type { Block } from "../model/terraform-json";
import { certaintyOf } from "./certainty";
import type { Naming } from "./naming";
import type { EntryRequester, OperationKind } from "./operation";
import type { ScopedRows } from "./scoped-rows";
import { whyOf } from "./why";

/** What is asked, and where the places of each of its scopes come from. */
export type AskedWith = Pick<EntryRequester, "asked" | "sources">;

/**
 * What is asked with resources of a type that name others alike, by the links of its rows, and have the same rows
 * excluded. Resources are many and few of them differ in that: it is worked out once.
 */
export function askedWith(
  rows: ScopedRows,
  provider: Block,
): (namings: readonly Naming[], excluded: readonly boolean[]) => AskedWith {
  const known = new Map<number, AskedWith>();
  return (namings, excluded) => {
    let key = 0;
    for (const naming of namings) key = key * RANKED + RANKS[naming];
    for (const one of excluded) key = key * 2 + (one ? 1 : 0);
    const found = known.get(key);
    if (found) return found;
    const answer = answerWith(rows, provider, namings, excluded);
    known.set(key, answer);
    return answer;
  };
}

const RANKS: Readonly<Record<Naming, number>> = { unknown: 0, none: 1, some: 2, images: 3 };
const RANKED = Object.keys(RANKS).length;

function answerWith(
  { type, rows, links, excludable }: ScopedRows,
  provider: Block,
  namings: readonly Naming[],
  excluded: readonly boolean[],
): AskedWith {
  const ruledOut = new Set(excludable.filter((_, at) => excluded[at]));
  const namingAt = new Map(links.map(({ scope }, at) => [scope, namings[at]]));
  const kinds = rows
    .filter((row) => !ruledOut.has(row))
    .flatMap((row) => kindOf(row, provider, namingAt.get(row.scope)) ?? []);
  const scopes = [...new Set(kinds.map(({ scope }) => scope))];
  const sources = scopes.map((scope) => ({ scope, link: links.find((link) => link.scope === scope) }));
  return { asked: { type, kinds, scopes }, sources };
}

function kindOf(row: OperationRow, provider: Block, naming: Naming | undefined): OperationKind | undefined {
  const { phase, action, scope } = row;
  const sure = certaintyOf(row, provider);
  if (!sure || naming === "none" || (naming === "unknown" && sure.certainty === "tolerated"))
    return undefined;
  const isOpen = naming === "unknown" && sure.certainty === "always";
  const { certainty, when } = isOpen
    ? ({ certainty: "conditional", when: `${scope.slice("linked:".length)} names any` } as const)
    : sure;
  const isManaged = naming === "images" && action === VERSION;
  return {
    phase,
    action: isManaged ? IMAGE : action,
    isData: false,
    certainty,
    why: whyOf(row),
    when,
    scope,
  };
}

const VERSION = "Microsoft.Compute/galleries/images/versions/read";
const IMAGE = "Microsoft.Compute/images/read";
