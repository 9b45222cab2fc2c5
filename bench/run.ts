/**
 * Measures what docs and issues promise about speed and prints a table.
 *
 *   npm run bench              medians of seven runs each, some ten minutes
 *   npm run bench -- --smoke   one small run each: that every figure can be measured, not what it is
 */
import { cpus } from "node:os";
import { type Figure, FULL, figures, SMOKE, terraformFigures } from "./figures";
import { typeCheckFigure } from "./type-check";

const isSmoke = process.argv.includes("--smoke");
const { model } = cpus()[0] ?? { model: "unknown processor" };
console.log(`node ${process.versions.node}, ${cpus().length} x ${model}, ${process.platform}\n`);

let missed = 0;
const extent = isSmoke ? SMOKE : FULL;
for (const figure of figures(extent)) report(figure);
report(typeCheckFigure());
for (const figure of terraformFigures(extent)) report(figure);
if (missed > 0) console.log(`\n${missed} of these are over what they may be`);
if (isSmoke) console.log("\nsmoke: one small run each, the figures say nothing");

function report({ name, value, atMost, unit, rounds }: Figure | ReturnType<typeof typeCheckFigure>): void {
  const isOver = value > atMost;
  if (isOver && !isSmoke) missed++;
  const shown = unit === "ratio" ? value.toFixed(2) : value.toFixed(unit === "files" ? 0 : 1);
  const verdict = isSmoke ? "" : isOver ? "  OVER" : "  ok";
  console.log(
    `${name.padEnd(98)} ${shown.padStart(7)} ${unit.padEnd(5)}  at most ${atMost}, runs ${rounds}${verdict}`,
  );
}
