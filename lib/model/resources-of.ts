import type { Entry } from "./entry";
import type { Model } from "./model";

/** Resources of the types that are meant, in the order of all entries; data sources are none. */
export function resourcesOf(model: Model, isMeant: (type: string) => boolean): Entry[] {
  return model.types.flatMap(({ type, isData, entries }) => (!isData && isMeant(type) ? entries : []));
}
