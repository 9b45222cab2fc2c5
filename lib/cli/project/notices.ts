import { join } from "node:path";
import { REPORT_FILE } from "../../report/identity-report";
import type { StackPlace } from "./find-stacks";
import type { ReadStack } from "./read-stack";

/** What the reader has to know of what was read, and of what was not. */
export function noticesOf(places: readonly StackPlace[], stacks: readonly ReadStack[]): string[] {
  return [
    ...hclNotices(places),
    ...stacks.flatMap(({ found }) => (found && "problem" in found ? [found.problem] : [])),
    ...missingReports(stacks),
  ];
}

function hclNotices(places: readonly StackPlace[]): string[] {
  const files = places.flatMap(({ folder, hcl }) => hcl.map((name) => join(folder, name)));
  return files.length > 0 ? [`not read, as only JSON is: ${few(files)}`] : [];
}

function missingReports(stacks: readonly ReadStack[]): string[] {
  const without = stacks.filter(({ found }) => !found).map(({ stack }) => stack.path);
  if (without.length === 0) return [];
  const isAll = without.length === stacks.length;
  const which = isAll ? `there is no ${REPORT_FILE}` : `${few(without)} without ${REPORT_FILE}`;
  return [`${which}: what the program accepts, and which roles its deployer has, is not known here`];
}

const SHOWN = 5;

function few(names: readonly string[]): string {
  const rest = names.length - SHOWN;
  return rest > 0 ? `${names.slice(0, SHOWN).join(", ")} and ${rest} more` : names.join(", ");
}
