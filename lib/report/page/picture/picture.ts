import type { RuleLevel } from "../../../rules/finding";
import type { EdgeKind, NodeKind } from "../../graph/identity-graph";

/** The graph in columns from left to right: who runs, as whom, with which role at which scope. */
export interface Picture {
  readonly columns: readonly PictureColumn[];
  readonly links: readonly PictureLink[];
}

export interface PictureColumn {
  readonly title: string;
  readonly x: number;
  readonly width: number;
  readonly groups: readonly PictureGroup[];
}

/** Rows that can be folded into one. */
export interface PictureGroup {
  readonly id: string;
  readonly name: string;
  /** What it is a group of: `stack`, `resource group`. */
  readonly kind: string;
  readonly rows: readonly PictureRow[];
}

export interface PictureRow {
  /** That of the node; of a role at a scope one of its own. */
  readonly id: string;
  readonly kind: NodeKind;
  readonly name: string;
  readonly detail: string;
  /** All there is to say of it. */
  readonly label: string;
  /** Id of the element of the page that tells more. */
  readonly target: string;
  readonly mark?: Mark;
}

/** What was found at a row. */
export interface Mark {
  readonly level: RuleLevel;
  readonly text: string;
}

export interface PictureLink {
  /** Ids of rows. */
  readonly from: string;
  readonly to: string;
  readonly kind: EdgeKind;
  /** Construct path of what makes it. */
  readonly path: string;
}
