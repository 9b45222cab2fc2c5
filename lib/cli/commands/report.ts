import { Option } from "commander";
import type { AddCommand } from "../command";
import { FOLDER } from "../folder-argument";
import { FORMATS, type Format } from "../report/formats";

export const addReport: AddCommand = (program, io) => {
  program
    .command("report")
    .description("what runs as which identity, who may do what where, and what the one who deploys needs")
    .argument(...FOLDER)
    .addOption(new Option("--format <format>", "what to write").choices(FORMATS).default("text"))
    .action((dir: string, { format }: { readonly format: Format }) => {
      const { readProject } = require("../project/read-project") as typeof import("../project/read-project");
      const { terminalWidth } = require("../terminal-width") as typeof import("../terminal-width");
      const { writeReport } = require("../report/write-report") as typeof import("../report/write-report");
      io.out(writeReport(readProject(dir), format, { title: dir, width: terminalWidth(io.columns) }));
    });
};
