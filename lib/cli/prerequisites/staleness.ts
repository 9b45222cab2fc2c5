import { readRequirements } from "../../prerequisites/read-requirements";
import type { Requirements } from "../../prerequisites/requirements";
import { requirementsOf } from "../../prerequisites/requirements-of";
import { Failure } from "../failure";
import { DEFAULT_FOLDER } from "../folder-argument";
import type { Project } from "../project/project";
import { type RequirementLines, requirementLines } from "./requirement-lines";

const SHOWN = 10;

const NOTHING: RequirementLines = { roles: [], details: [] };

/**
 * What a committed file of requirements says otherwise than what its project needs now, and how to write it anew;
 * nothing where it is up to date.
 *
 * @throws Failure when it is no such file
 */
export function staleness({ given, model, stacks }: Project, file: string): string | undefined {
  const committed = read(file);
  const { for: asked = [] } = committed;
  const known = new Set(stacks.map(({ path }) => path));
  const here = asked.filter((stack) => known.has(stack));
  const now = asked.length > 0 && here.length === 0 ? NOTHING : requirementLines(requirementsOf(model, here));
  const before = requirementLines(committed);
  const inRoles = changesIn(before.roles, now.roles);
  const changes = inRoles.length > 0 ? inRoles : changesIn(before.details, now.details);
  if (changes.length === 0) return undefined;
  const more = changes.length > SHOWN ? [`... and ${changes.length - SHOWN} more`] : [];
  const folder = given === DEFAULT_FOLDER ? "" : `${given} `;
  const options = here.map((stack) => `--for ${stack} `).join("");
  return [
    `${file} is not what its stacks need now:`,
    ...[...changes.slice(0, SHOWN), ...more].map((line) => `  ${line}`),
    `write it anew: cdktf-azure-identity prerequisites ${folder}${options}--format json > ${file}`,
  ].join("\n");
}

function read(file: string): Requirements {
  try {
    return readRequirements(file);
  } catch (error) {
    throw new Failure((error as Error).message);
  }
}

function changesIn(before: readonly string[], after: readonly string[]): string[] {
  const [old, now] = [new Set(before), new Set(after)];
  return [
    ...after.filter((line) => !old.has(line)).map((line) => `+ ${line}`),
    ...before.filter((line) => !now.has(line)).map((line) => `- ${line}`),
  ];
}
