/**
 * Checks what would be published, as those who install it see it.
 *
 *   npm run check:package [-- some.tgz]
 *
 * Without an argument the package is built and packed first.
 */
import { existsSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { assembly } from "./package/assembly";
import { barrel } from "./package/barrel";
import { bin } from "./package/bin";
import type { Check } from "./package/check";
import { contents } from "./package/contents";
import { examples } from "./package/examples";
import { install } from "./package/install";
import { name } from "./package/manifest";
import { lint, resolution } from "./package/metadata";
import { pack } from "./package/pack";
import { rejects, synthesizes } from "./package/programs";
import { terraform } from "./package/terraform";
import { types } from "./package/types";

const OF_TARBALL = [contents, assembly, resolution, lint, install];
const OF_CONSUMER = [types, synthesizes, rejects, examples, barrel, bin, terraform];

const temporary = mkdtempSync(join(tmpdir(), "check-package-"));
const problems: string[] = [];
try {
  const consumer = join(temporary, "consumer");
  mkdirSync(consumer);
  const [given] = process.argv.slice(2);
  const packed = { tarball: given ? resolve(given) : pack(temporary), consumer };
  const report = ({ claim, problemsOf }: Check) => {
    const found = problemsOf(packed);
    if (found.length === 0) console.log(`ok  ${claim}`);
    else problems.push([`Not so: ${claim}`, ...found].join("\n"));
  };

  OF_TARBALL.forEach(report);
  if (existsSync(join(consumer, "node_modules", name))) OF_CONSUMER.forEach(report);
  else problems.push("Types and programs were not checked, as the tarball could not be installed.");
} catch (error) {
  problems.push((error as Error).message);
} finally {
  rmSync(temporary, { recursive: true, force: true });
}

if (problems.length > 0) {
  console.error(`\n${problems.join("\n\n")}`);
  process.exitCode = 1;
}
