import { spawnSync } from "node:child_process";
import { join } from "node:path";

/** What one process measured. */
export type Sample = Readonly<Record<string, number | boolean>>;

/** A program and how much it makes. */
export interface Work {
  readonly what: string;
  readonly size: number;
}

/** Runs each work once in a process of its own, in turn, and that again for each round: slow phases hit all of them. */
export function interleaved(works: readonly Work[], rounds: number): Sample[][] {
  const samples: Sample[][] = works.map(() => []);
  for (let round = 0; round < rounds; round++) {
    works.forEach((work, at) => {
      samples[at]?.push(run(work));
    });
  }
  return samples;
}

export function median(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1
    ? (sorted[middle] ?? 0)
    : ((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2;
}

/** Median of one member over samples. */
export function medianOf(samples: readonly Sample[] | undefined, member: string): number {
  return median((samples ?? []).map((sample) => Number(sample[member])));
}

function run({ what, size }: Work): Sample {
  const program = join(__dirname, "program.cjs");
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, what, String(size)], {
    encoding: "utf8",
  });
  if (status !== 0) throw new Error(`${what} ${size} failed: ${stderr}`);
  return JSON.parse(stdout) as Sample;
}
