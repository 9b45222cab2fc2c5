import { printable } from "../../report/text/printable";
import type { ExistingAssignment } from "./existing-assignments";

/** How to take a role assignment over: on the command line, or in the program. */
export function importLines(existing: ExistingAssignment, folder: string): string[] {
  const { entry, id } = existing;
  return [
    entry.path,
    `  ${importCommand(existing, folder)}`,
    `  or in the program, on its resource: importFrom("${id}")`,
  ].map((line) => `    ${printable(line)}`);
}

export function importCommand({ entry, id }: ExistingAssignment, folder: string): string {
  return `terraform -chdir=${quoted(folder)} import ${quoted(entry.address)} ${quoted(id)}`;
}

/** For a shell; names of resource groups may have parentheses. */
function quoted(text: string): string {
  return /^[\w@%+=:,./-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`;
}
