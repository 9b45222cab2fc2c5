import { spawnSync } from "node:child_process";
import { interleaved, medianOf, type Sample } from "./measure";

/** One line of the table. */
export interface Figure {
  readonly name: string;
  readonly value: number;
  /** What it may be at most. */
  readonly atMost: number;
  readonly unit: "ms" | "s" | "ratio";
  /** How many runs of each program the medians are of. */
  readonly rounds: number;
}

/** How much to measure: enough for medians, or just enough to see that every figure can be measured. */
export interface Extent {
  readonly rounds: number;
  readonly sizes: readonly number[];
  readonly largeSize: number;
  readonly machines: number;
}

export const FULL: Extent = { rounds: 7, sizes: [1000, 5000], largeSize: 5000, machines: 1000 };
export const SMOKE: Extent = { rounds: 1, sizes: [50], largeSize: 350, machines: 20 };

export function* figures({ rounds, sizes, largeSize, machines }: Extent): Generator<Figure> {
  const [loaded] = interleaved([{ what: "require", size: 0 }], rounds);
  if (loaded?.some(({ barrel }) => barrel)) throw new Error("the barrel of the provider was loaded");
  yield {
    name: "require of what the quickstart uses, over require(cdktf)",
    value: medianOf(loaded, "ms"),
    atMost: 10,
    unit: "ms",
    rounds,
  };

  for (const size of sizes) {
    const [raw, library] = interleaved(
      ["raw", "library"].map((what) => ({ what, size })),
      rounds,
    );
    const share = medianOf(library, "hookMs") / medianOf(library, "ms");
    const pairs = `${size} identities with a binding each`;
    yield {
      name: `hook's share of construct + synth, with the load of its modules, ${pairs}`,
      value: share,
      atMost: 0.1,
      unit: "ratio",
      rounds,
    };
    yield {
      name: `construct + synth over raw, ${pairs}`,
      value: over(library, raw, "ms"),
      atMost: 1.25,
      unit: "ratio",
      rounds,
    };
    yield {
      name: `peak memory over raw, ${pairs}`,
      value: over(library, raw, "memory"),
      atMost: 1.25,
      unit: "ratio",
      rounds,
    };
  }

  const [clean, withFindings] = interleaved(
    ["library", "findings"].map((what) => ({ what, size: largeSize / 2 })),
    rounds,
  );
  if (withFindings?.some(({ failed }) => !failed)) throw new Error("300 findings failed no synth");
  yield {
    name: `300 findings in ${largeSize} resources over none`,
    value: over(withFindings, clean, "ms"),
    atMost: 1.1,
    unit: "ratio",
    rounds,
  };

  yield* permissionFigures({ rounds, machines });

  const [ours, cdktf] = interleaved(
    ["synthesize", "testing-synth"].map((what) => ({ what, size: largeSize })),
    rounds,
  );
  yield {
    name: `synthesize of ${2 * largeSize} resources over Testing.synth`,
    value: over(ours, cdktf, "ms"),
    atMost: 0.1,
    unit: "ratio",
    rounds,
  };
}

/** What it takes to know what Terraform asks of Azure, and whether a declared deployer may do it. */
function* permissionFigures({ rounds, machines }: Pick<Extent, "rounds" | "machines">): Generator<Figure> {
  const [undeclared, declared, operations] = interleaved(
    ["machines", "deployer", "operations"].map((what) => ({ what, size: machines })),
    rounds,
  );
  if ([undeclared, declared, operations].some((samples) => samples?.some(({ failed }) => failed))) {
    throw new Error("a synth of machines failed");
  }
  yield {
    name: `synth of ${machines} machines with a declared deployer over none`,
    value: over(declared, undeclared, "synthMs"),
    atMost: 1.25,
    unit: "ratio",
    rounds,
  };
  yield {
    name: `synth of ${machines} machines over the same without the list of operations`,
    value: medianOf(operations, "ms") / medianOf(operations, "withoutMs"),
    atMost: 1.03,
    unit: "ratio",
    rounds,
  };
  const [roles] = interleaved([{ what: "roles", size: 0 }], rounds);
  yield { name: "load of all built-in roles", value: medianOf(roles, "ms"), atMost: 15, unit: "ms", rounds };
}

/** Absolute times: those of Terraform itself are most of them. */
export function* terraformFigures({ rounds }: Extent): Generator<Figure> {
  const [quickstart] = interleaved([{ what: "terraform", size: 0 }], rounds);
  yield {
    name: "quickstart from init to destroy, with three plans",
    value: medianOf(quickstart, "seconds"),
    atMost: 3,
    unit: "s",
    rounds,
  };
  if (rounds === 1) return;
  const start = performance.now();
  const { status, stderr } = spawnSync("npm", ["run", "test:terraform"], { encoding: "utf8" });
  if (status !== 0) throw new Error(`the tests that run Terraform fail: ${stderr}`);
  yield {
    name: "npm run test:terraform",
    value: (performance.now() - start) / 1000,
    atMost: 180,
    unit: "s",
    rounds: 1,
  };
}

/** Ratio of medians. */
function over(
  samples: readonly Sample[] | undefined,
  others: readonly Sample[] | undefined,
  member: string,
): number {
  return medianOf(samples, member) / medianOf(others, member);
}
