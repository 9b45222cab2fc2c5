import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { type IdentityReport, REPORT_FILE, REPORT_VERSION } from "../../report/identity-report";
import { Failure } from "../failure";
import { parseJson, readBytes, textOf } from "./read-json";
import { isReport } from "./report-shape";

/** What a synth wrote beside the JSON of a stack, or why that is not used. */
export type FoundReport = { readonly report: IdentityReport } | { readonly problem: string };

/**
 * The report in the folder of a stack; nothing where there is none.
 *
 * @param bytesOf the files of Terraform JSON there, by name
 */
export function readReport(folder: string, bytesOf: ReadonlyMap<string, Buffer>): FoundReport | undefined {
  const file = join(folder, REPORT_FILE);
  if (!existsSync(file)) return undefined;
  const unused = (why: string) => ({
    problem: `${why}: what the program accepts, and which roles its deployer has, is not known here; run cdktf synth again`,
  });
  try {
    const report = (parseJson(file, textOf(file, readBytes(file))) ?? {}) as Partial<IdentityReport>;
    const { schemaVersion: version } = report;
    if (version !== REPORT_VERSION) {
      return unused(`${file} has schemaVersion ${JSON.stringify(version)} and not ${REPORT_VERSION}`);
    }
    if (!isReport(report)) return unused(`${file} is not as a synth writes it`);
    const bytes = bytesOf.get(report.json.file);
    const isOfThis = bytes && createHash("sha256").update(bytes).digest("hex") === report.json.sha256;
    return isOfThis
      ? { report }
      : unused(`${file} belongs to other JSON than ${join(folder, report.json.file)}`);
  } catch (error) {
    if (error instanceof Failure) return { problem: error.message };
    throw error;
  }
}
