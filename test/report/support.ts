import { writeFileSync } from "node:fs";
import { join } from "node:path";
import type { TerraformJson } from "../../lib/model/terraform-json";
import type { ReportDocument } from "../../lib/report/document/report-document";
import { command } from "../cli/support";
import { temporaryFolder } from "../support";

/** A folder with JSON that no synth of this library wrote. */
export function folderOf(json: TerraformJson): string {
  const folder = temporaryFolder();
  writeFileSync(join(folder, "main.tf.json"), JSON.stringify(json));
  return folder;
}

/** The report of a folder in a format. */
export async function reportOf(folder: string, format: string): Promise<string> {
  const { code, out, err } = await command("report", folder, "--format", format);
  expect({ code, err }).toEqual({ code: 0, err: "" });
  return out;
}

/** The report of a folder as data. */
export async function documentOf(folder: string): Promise<ReportDocument> {
  return JSON.parse(await reportOf(folder, "json"));
}
