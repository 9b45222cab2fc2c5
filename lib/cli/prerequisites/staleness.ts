import { join, resolve } from "node:path";
import { readRequirements } from "../../prerequisites/read-requirements";
import type { Requirements } from "../../prerequisites/requirements";
import { requirementsOf } from "../../prerequisites/requirements-of";
import { Failure } from "../failure";
import { DEFAULT_FOLDER } from "../folder-argument";
import { readManifest } from "../project/manifest";
import type { Project } from "../project/project";
import { shellWord } from "../shell-word";
import { type RequirementLines, requirementLines } from "./requirement-lines";

const SHOWN = 10;

const NOTHING: RequirementLines = { roles: [], details: [] };

/**
 * What a committed file of requirements says otherwise than what its project needs now, and how to write it anew;
 * nothing where it is up to date.
 *
 * @throws Failure when it is no such file, or of stacks of which only some are looked at
 */
export function staleness(project: Project, file: string): string | undefined {
  const { given, model, stacks } = project;
  const committed = read(file);
  checkStacks(project, committed, file);
  const { for: asked = [] } = committed;
  const known = new Set(stacks.map(({ path }) => path));
  const here = asked.filter((stack) => known.has(stack));
  const now = asked.length > 0 && here.length === 0 ? NOTHING : requirementLines(requirementsOf(model, here));
  const before = requirementLines(committed);
  const inRoles = changesIn(before.roles, now.roles);
  const changes = inRoles.length > 0 ? inRoles : changesIn(before.details, now.details);
  if (changes.length === 0) return undefined;
  const more = changes.length > SHOWN ? [`... and ${changes.length - SHOWN} more`] : [];
  const folder = given === DEFAULT_FOLDER ? "" : `${shellWord(given)} `;
  const options = here.map((stack) => `--for ${shellWord(stack)} `).join("");
  return [
    `${file} is not what its stacks need now:`,
    ...[...changes.slice(0, SHOWN), ...more].map((line) => `  ${line}`),
    `write it anew: cdktf-azure-identity prerequisites ${folder}${options}--format json > ${shellWord(file)}`,
  ].join("\n");
}

function read(file: string): Requirements {
  try {
    return readRequirements(file);
  } catch (error) {
    throw new Failure((error as Error).message);
  }
}

/** In a part of an app, nothing tells whether the other stacks are gone. */
function checkStacks({ given, stacks, isWholeApp }: Project, requirements: Requirements, file: string): void {
  if (isWholeApp) return;
  const { for: asked = requirements.deployers[0]?.stacks ?? [] } = requirements;
  const missing = asked.filter((stack) => !stacks.some(({ path }) => path === stack));
  if (missing.length === 0) return;
  const whole = appFolder(stacks[0]?.folder ?? given, given) ?? "the folder that holds them";
  throw new Failure(
    `${file} is about stacks that are not in ${given}: ${missing.join(", ")}; allowed is a folder with all its stacks; check ${whole}, or write the file anew where they are gone`,
  );
}

/** The output of cdktf that the folder of a stack lies in, unless that is what was looked at. */
function appFolder(folder: string, given: string): string | undefined {
  const app = join(folder, "..", "..");
  return resolve(app) !== resolve(given) && readManifest(app) ? app : undefined;
}

function changesIn(before: readonly string[], after: readonly string[]): string[] {
  const [old, now] = [new Set(before), new Set(after)];
  return [
    ...after.filter((line) => !old.has(line)).map((line) => `+ ${line}`),
    ...before.filter((line) => !now.has(line)).map((line) => `- ${line}`),
  ];
}
