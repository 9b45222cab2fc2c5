import type { Picture } from "./picture";

/** Smaller than this the texts cannot be read well. */
const LEAST_SCALE = 0.8;

/** Around the picture in its box, which is 4 pixels on each side in page.css. */
const PADDING = 8;

export function widthOf({ columns }: Pick<Picture, "columns">): number {
  const last = columns.at(-1);
  return last ? last.x + last.width : 0;
}

/** A picture gets smaller in a narrow window as long as it can be read; then it has to be scrolled, and says so. */
export function pictureStyle(picture: Picture): string {
  const least = Math.floor(widthOf(picture) * LEAST_SCALE) + PADDING;
  return `
@media screen {
  @container (width < ${least}px) {
    #picture-svg {
      max-width: none;
    }

    .sideways {
      display: block;
    }
  }
}
`;
}
