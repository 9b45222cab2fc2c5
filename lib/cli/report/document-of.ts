import { buildDocument } from "../../report/document/build-document";
import type { ReportDocument } from "../../report/document/report-document";
import { libraryVersion } from "../library-version";
import { findingsOf } from "../project/findings-of";
import type { Project } from "../project/project";

/** The report of a project as data. */
export function documentOf(project: Project): ReportDocument {
  const { model, notices, stacks } = project;
  return buildDocument({
    model,
    libraryVersion: libraryVersion(),
    notices,
    stacks: stacks.map(({ path, report }) => ({ path, deployer: report?.deployer ?? [] })),
    findings: findingsOf(project),
  });
}
