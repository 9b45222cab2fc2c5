import { Command, CommanderError } from "commander";
import { addCheck } from "./commands/check";
import { addPreflight } from "./commands/preflight";
import { addPrerequisites } from "./commands/prerequisites";
import { addReport } from "./commands/report";
import { addRoles } from "./commands/roles";
import { EXIT, type ExitCode } from "./exit-code";
import { Failure } from "./failure";
import type { Io } from "./io";
import { libraryVersion } from "./library-version";

/** Takes the arguments of the command `cdktf-azure-identity`, without node and the script; never throws. */
export async function run(args: readonly string[], io: Io): Promise<ExitCode> {
  let code: ExitCode = EXIT.ok;
  const end = (ended: ExitCode) => {
    code = ended;
  };
  const program = new Command("cdktf-azure-identity")
    .description("what the Terraform JSON of a project says about Azure identities, roles and permissions")
    .version(libraryVersion())
    .exitOverride()
    .configureOutput({ writeOut: io.out, writeErr: io.err })
    .showHelpAfterError("(add --help for what is allowed)")
    .addHelpText("afterAll", EXIT_CODES);
  for (const add of [addReport, addCheck, addPrerequisites, addRoles, addPreflight]) add(program, io, end);
  try {
    await program.parseAsync([...args], { from: "user" });
    return code;
  } catch (error) {
    // It has written help, version or what is wrong already.
    if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.ok : EXIT.failed;
    io.err(`${shown(error instanceof Failure ? error.message : unexpected(error))}\n`);
    return EXIT.failed;
  }
}

const EXIT_CODES = `
Exit code 0: all is well; 1: check or preflight found something; 2: it could not be looked at.`;

/** Names of files and blocks are part of a message. */
function shown(message: string): string {
  const { printable } = require("../report/text/printable") as typeof import("../report/text/printable");
  return message.split("\n").map(printable).join("\n");
}

/** A mistake of this library: where it is, in one line. */
function unexpected(error: unknown): string {
  const { message = String(error), stack = "" } = error as Partial<Error>;
  const [place = ""] = /^ {4}at .*$/m.exec(stack) ?? [];
  return `mistake in cdktf-azure-identity ${libraryVersion()}: ${message} (${place.trim()}); please report it`;
}
