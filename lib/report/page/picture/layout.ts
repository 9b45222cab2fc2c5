import type { EdgeKind } from "../../graph/identity-graph";
import type { PictureLink } from "./picture";

/** The parts of a picture that say where things are. */
export interface Drawable {
  readonly columns: readonly {
    readonly x: number;
    readonly width: number;
    readonly groups: readonly { readonly id: string; readonly rows: readonly { readonly id: string }[] }[];
  }[];
  readonly links: readonly PictureLink[];
}

/** Where things are in a picture; lengths are in pixels. */
export interface Layout {
  readonly height: number;
  /** By id; groups of which no row is shown are left out. */
  readonly groups: ReadonlyMap<string, { readonly y: number; readonly height: number }>;
  /** Upper edges by id; rows of folded groups are left out. */
  readonly rows: ReadonlyMap<string, number>;
  readonly curves: readonly Curve[];
}

/** All links of a kind between two rows; a folded group stands for its rows. */
export interface Curve {
  readonly from: string;
  readonly to: string;
  readonly kind: EdgeKind;
  /** More for more links. */
  readonly width: number;
  /** Path of SVG. */
  readonly d: string;
}

/** Places the rows that are shown, one below the other, and draws their links. */
export type LayOut = (
  picture: Drawable,
  folded: ReadonlySet<string>,
  isShown: (row: string) => boolean,
) => Layout;

/** Groups that are folded until someone opens them: all where more rows are shown than can be looked over. */
export type FoldedAtFirst = (
  picture: Pick<Drawable, "columns">,
  isShown: (row: string) => boolean,
) => ReadonlySet<string>;

/** What the page runs in the browser, too, when groups are folded or rows are searched for. */
export const { layOut, foldedAtFirst, SIZES } = require("../client/layout.js") as {
  readonly layOut: LayOut;
  readonly foldedAtFirst: FoldedAtFirst;
  readonly SIZES: Readonly<Record<"header" | "row" | "pad", number>>;
};
