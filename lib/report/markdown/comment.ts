import type { Block } from "./block";

/** GitHub takes 65,536 characters for a comment; here they are counted as bytes, which are never fewer. */
const LIMIT = 65_000;

/** Blocks as one comment, with as many of their rows as it has room for: the longest blocks lose the most. */
export function comment(blocks: readonly Block[]): string {
  const frames = blocks.map(({ start, rows, end }) => bytes(start + cutText(rows.length) + end));
  const shares = sharesOf(
    blocks.map(({ rows }) => bytes(rows.join(""))),
    LIMIT - frames.reduce((sum, one) => sum + one, 0),
  );
  const text = blocks
    .map((block, at) => block.start + fittingRows(block, shares[at] ?? 0) + block.end)
    .join("");
  return `${text.trimEnd()}\n`;
}

function fittingRows({ rows }: Block, room: number): string {
  const shown: string[] = [];
  let left = room;
  for (const row of rows) {
    left -= bytes(row);
    if (left < 0) return shown.join("") + cutText(rows.length - shown.length);
    shown.push(row);
  }
  return shown.join("");
}

function cutText(count: number): string {
  return `\n**${count} more**, for which a comment has no room: \`--format json\` has all\n`;
}

/** What each gets of the room: the small ones all that they need, the others equal parts of the rest. */
function sharesOf(needed: readonly number[], room: number): number[] {
  const given = needed.map(() => 0);
  let left = Math.max(room, 0);
  const bySize = needed.map((need, at) => ({ need, at })).sort((a, b) => a.need - b.need);
  for (const [done, { need, at }] of bySize.entries()) {
    const share = Math.min(need, Math.floor(left / (bySize.length - done)));
    given[at] = share;
    left -= share;
  }
  return given;
}

function bytes(text: string): number {
  return Buffer.byteLength(text);
}
