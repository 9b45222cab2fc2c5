import { CHECK_VERSION, type CheckDocument } from "../../report/findings/check-document";
import { libraryVersion } from "../library-version";
import { staleness } from "../prerequisites/staleness";
import { findingsOf } from "../project/findings-of";
import type { Project } from "../project/project";
import { locate } from "./locate";

/**
 * What the rules say of a project.
 *
 * @param requirements a committed file of requirements, which has to be up to date
 */
export function checkProject(project: Project, requirements?: string): CheckDocument {
  const stale = requirements === undefined ? undefined : staleness(project, requirements);
  return {
    schemaVersion: CHECK_VERSION,
    libraryVersion: libraryVersion(),
    stacks: project.stacks.map(({ path }) => path),
    notices: project.notices,
    ...(stale ? { requirements: stale } : {}),
    findings: locate(project, findingsOf(project)),
  };
}
