import { requirementsOf } from "../../prerequisites/requirements-of";
import { prerequisitesMarkdown } from "../../report/prerequisites/prerequisites-markdown";
import { prerequisitesReport } from "../../report/prerequisites/prerequisites-report";
import { prerequisitesText } from "../../report/prerequisites/prerequisites-text";
import { Failure } from "../failure";
import type { Project } from "../project/project";
import type { Format } from "./formats";

/**
 * What those who deploy the stacks of a project need: all of them, or those that are asked for.
 *
 * @throws Failure when one that is asked for is not there
 */
export function writePrerequisites(
  project: Project,
  asked: readonly string[],
  format: Format,
  width: number,
): string {
  checkStacks(project, asked);
  const { model, stacks } = project;
  const requirements = requirementsOf(model, asked);
  if (format === "json") return `${JSON.stringify(requirements, null, 2)}\n`;
  const declared = new Map(stacks.map(({ path, report }) => [path, report?.deployer ?? []]));
  const report = prerequisitesReport(model, requirements, (stack) => declared.get(stack) ?? []);
  return format === "markdown" ? prerequisitesMarkdown(report) : prerequisitesText(report, width);
}

function checkStacks({ stacks }: Project, asked: readonly string[]): void {
  const paths = stacks.map(({ path }) => path);
  const unknown = asked.filter((stack) => !paths.includes(stack));
  if (unknown.length === 0) return;
  throw new Failure(`--for ${unknown.join(" and ")} is no stack; allowed are ${paths.join(", ")}`);
}
