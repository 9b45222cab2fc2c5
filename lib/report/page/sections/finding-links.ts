import { type Html, html } from "../html";

/** Links to findings, with their numbers: `finding 3`. */
export function findingLinks(anchors: readonly string[]): readonly Html[] {
  return anchors.map(
    (anchor) => html` <a class="to-finding" href="#${anchor}">${anchor.replace("-", " ")}</a>`,
  );
}
