import type { Place } from "../../prerequisites/place";
import { isKnown } from "../../prerequisites/placeholder";

/** The scopes from a subscription or a scope of the tenant down to a place, as far as they are known. */
export interface ScopeLevels {
  readonly levels: readonly Place[];
  /** Whether the last one is the place itself. */
  readonly isWhole: boolean;
}

/** Which of the segments of a place begin a scope: a group, a resource, a child of one. */
export function scopeLevels(place: Place): ScopeLevels {
  if (place.length === 0) return { levels: [[]], isWhole: true };
  const levels: Place[] = [];
  let length = 0;
  while (length < place.length) {
    length += place[length]?.toLowerCase() === "providers" ? PROVIDER : PAIR;
    if (!place.slice(0, length).every(isKnown)) return { levels, isWhole: false };
    levels.push(place.slice(0, length));
  }
  return { levels, isWhole: true };
}

/** `providers/Microsoft.Compute/virtualMachines/vm`. */
const PROVIDER = 4;
/** `subscriptions/<id>`, `resourceGroups/rg`, `subnets/machines`. */
const PAIR = 2;
