import { cpSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { filesIn } from "../files-in";
import type { Check } from "./check";
import { run } from "./command";

const PROGRAM = resolve("test/fixtures/consumer/synthesize-examples.cjs");

export const examples: Check = {
  claim: "with the package each example writes, reports and fails as it does with the sources",
  problemsOf: ({ consumer }) => {
    cpSync("examples", join(consumer, "examples"), { recursive: true });
    const [expected, written] = [join(consumer, "by the sources"), join(consumer, "by the package")];
    const failed = [synthesize(".", expected), synthesize(consumer, written)].filter(
      ({ succeeded }) => !succeeded,
    );
    if (failed.length > 0) return failed.map(({ output }) => output);
    const files = [...new Set([...filesIn(expected), ...filesIn(written)])];
    if (!files.some((file) => file.endsWith("error.txt"))) return ["no example has a finding"];
    return files
      .filter((file) => textOf(expected, file) !== textOf(written, file))
      .map((file) => `${file} is not the same`);
  },
};

function synthesize(folder: string, out: string) {
  return run(process.execPath, ["--require", require.resolve("tsx/cjs"), PROGRAM, out], folder);
}

function textOf(folder: string, file: string): string | undefined {
  try {
    return readFileSync(join(folder, file), "utf8");
  } catch {
    return undefined;
  }
}
