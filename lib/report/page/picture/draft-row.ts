import type { PictureGroup, PictureRow } from "./picture";

/** A row before it has a place in the picture. */
export interface DraftRow extends PictureRow {
  readonly column: Column;
  readonly group: Pick<PictureGroup, "name" | "kind"> & { readonly isLast?: true };
}

export type Column = "source" | "identity" | "role";
