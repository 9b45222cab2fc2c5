import { EXIT, type ExitCode } from "../exit-code";
import type { Io } from "../io";
import { writeNotes } from "../notes";
import { readProject } from "../project/read-project";
import { terminalWidth } from "../terminal-width";
import type { Connect } from "./connect";
import { type Preflight, preflight } from "./preflight";
import { preflightJson } from "./preflight-json";
import { preflightText } from "./preflight-text";

export interface PreflightOptions {
  readonly format: "text" | "json";
  readonly subscription?: string;
}

/** Asks about a folder, and writes what Azure says. */
export async function runPreflight(
  folder: string,
  { format, subscription }: PreflightOptions,
  connect: Connect,
  io: Io,
): Promise<ExitCode> {
  const project = readProject(folder);
  writeNotes(io, project.notices);
  const found = await preflight(project, subscription, connect, io);
  writeNotes(io, [...notSignedIn(found), ...otherPrincipals(found, io.env)]);
  io.out(format === "json" ? preflightJson(found) : preflightText(found, terminalWidth(io.columns)));
  return codeOf(found);
}

/** What is missing counts for more than what could not be asked: it is known to fail. */
function codeOf({ stacks }: Preflight): ExitCode {
  const operations = stacks.flatMap((stack) => stack.operations);
  if (operations.some(({ status }) => status === "missing")) return EXIT.found;
  const isBlind = operations.some(
    ({ status, operation }) => status === "not asked" && operation.certainty === "always",
  );
  return isBlind ? EXIT.failed : EXIT.ok;
}

function notSignedIn({ stacks }: Preflight): string[] {
  return [...new Set(stacks.flatMap((stack) => stack.notSignedIn ?? []))];
}

/** Terraform reads other variables than the SDKs of Azure do: it may sign in as somebody else. */
function otherPrincipals({ stacks }: Preflight, env: Io["env"]): string[] {
  const other = env.ARM_CLIENT_ID;
  const asked = new Set(stacks.flatMap(({ signedIn }) => signedIn?.applicationId ?? []));
  if (!other || asked.size === 0 || asked.has(other)) return [];
  return [
    `Terraform signs in as application ${other}, from ARM_CLIENT_ID; asked was as ${[...asked].join(", ")}, whose roles may be others`,
  ];
}
