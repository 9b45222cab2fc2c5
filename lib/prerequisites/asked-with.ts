import type { OperationRow } from "../azure/operation-rows";
import { remembered } from "../model/remembered";
import type { Block } from "../model/terraform-json";
import { certaintyOf } from "./certainty";
import type { Linked } from "./linked-places";
import type { Asked, OperationKind } from "./operation";
import type { Place } from "./place";
import type { Link, ScopedRows } from "./scoped-rows";
import { whyOf } from "./why";

/** What is asked, and where the places of each of its scopes come from. */
export interface AskedWith {
  readonly asked: Asked;
  readonly sources: readonly Source[];
}

interface Source {
  readonly scope: string;
  /** None where the scope is about the resource itself. */
  readonly link: Link | undefined;
  /** Position of the link among those of the rows. */
  readonly at: number;
}

/**
 * What is asked with resources of a type that name others alike, by the links of its rows, and have the same rows
 * excluded. Resources are many and few of them differ in that: it is worked out once.
 */
export function askedWith(
  rows: ScopedRows,
  provider: Block,
  linked: readonly Linked[],
  excluded: readonly boolean[],
): AskedWith {
  const known = knownWith(rows)(provider);
  let key = 0;
  for (const places of linked) key = key * NAMINGS.length + namingOf(places);
  for (const one of excluded) key = key * 2 + (one ? 1 : 0);
  const found = known.get(key);
  if (found) return found;
  const answer = answerWith(rows, provider, linked, excluded);
  known.set(key, answer);
  return answer;
}

const knownWith = remembered((_: ScopedRows) => remembered((_: Block) => new Map<number, AskedWith>()));

function answerWith(
  { type, rows, links, excludable }: ScopedRows,
  provider: Block,
  linked: readonly Linked[],
  excluded: readonly boolean[],
): AskedWith {
  const ruledOut = new Set(excludable.filter((_, at) => excluded[at]));
  const namingAt = new Map(links.map(({ scope }, at) => [scope, NAMINGS[namingOf(linked[at])]]));
  const kinds = rows
    .filter((row) => !ruledOut.has(row))
    .flatMap((row) => kindOf(row, provider, namingAt.get(row.scope)) ?? []);
  const scopes = [...new Set(kinds.map(({ scope }) => scope))];
  const sources = scopes.map((scope) => {
    const at = links.findIndex((link) => link.scope === scope);
    return { scope, link: links[at], at };
  });
  return { asked: { type, kinds, scopes }, sources };
}

/** What a link names: what only Terraform knows, no resource, some, or managed images. */
const NAMINGS = ["unknown", "none", "some", "images"] as const;

/** The position of what it is among all that it can be. */
function namingOf(places: Linked): number {
  if (!places) return 0;
  if (places.length === 0) return 1;
  return places.every(isImage) ? 3 : 2;
}

function kindOf(
  row: OperationRow,
  provider: Block,
  naming: (typeof NAMINGS)[number] | undefined,
): OperationKind | undefined {
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

/** A managed image is another resource than a version of a gallery's. */
function isImage(place: Place): boolean {
  return place.at(-2)?.toLowerCase() === "images" && place.at(-3)?.toLowerCase() === "microsoft.compute";
}
