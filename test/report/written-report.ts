import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { App } from "cdktf";
import type { IdentityReport } from "../../lib/report/identity-report";

/** The report that `app.synth()` wrote for a stack. */
export function writtenReport({ outdir }: App, stack: string): IdentityReport {
  return JSON.parse(readFileSync(join(outdir, "stacks", stack, "identity-report.json"), "utf8"));
}
