import type { Command } from "commander";
import type { ExitCode } from "./exit-code";
import type { Io } from "./io";

/** Adds one command to the program; what it needs is loaded when it is run. */
export type AddCommand = (program: Command, io: Io, end: (code: ExitCode) => void) => void;
