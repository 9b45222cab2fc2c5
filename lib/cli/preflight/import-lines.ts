import { printable } from "../../report/text/printable";
import { shellWord } from "../shell-word";
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
  return `terraform -chdir=${shellWord(folder)} import ${shellWord(entry.address)} ${shellWord(id)}`;
}
