import { Option } from "commander";
import type { AddCommand } from "../command";
import { FOLDER } from "../folder-argument";
import { writeNotes } from "../notes";
import { FORMATS, type Format } from "../prerequisites/formats";
import { terminalWidth } from "../terminal-width";

interface Options {
  readonly for?: readonly string[];
  readonly format: Format;
}

export const addPrerequisites: AddCommand = (program, io) => {
  program
    .command("prerequisites")
    .description("what the one who deploys needs to be allowed to do, and the least roles for it")
    .argument(...FOLDER)
    .option("--for <stack>", "a stack that is deployed, by its path; again for each further one", added)
    .addOption(
      new Option(
        "--format <format>",
        "what to write; json is the file for DeployerIdentity and check --requirements",
      )
        .choices(FORMATS)
        .default("text"),
    )
    .action((dir: string, { for: asked = [], format }: Options) => {
      const { readProject } = require("../project/read-project") as typeof import("../project/read-project");
      const { writePrerequisites } =
        require("../prerequisites/write-prerequisites") as typeof import("../prerequisites/write-prerequisites");
      const project = readProject(dir);
      const text = writePrerequisites(project, asked, format, terminalWidth(io.columns));
      writeNotes(io, project.notices);
      io.out(text);
    });
};

function added(stack: string, others: readonly string[] = []): string[] {
  return [...others, stack];
}
