import { Option } from "commander";
import type { RuleLevel } from "../../rules/finding";
import { FORMATS, type Format } from "../check/formats";
import type { AddCommand } from "../command";
import { EXIT } from "../exit-code";
import { FOLDER } from "../folder-argument";
import { writeNotes } from "../notes";

const FAILING = ["error", "warning"] as const;

interface Options {
  readonly format: Format;
  readonly failOn: (typeof FAILING)[number];
  readonly requirements?: string;
}

export const addCheck: AddCommand = (program, io, end) => {
  program
    .command("check")
    .description("check Terraform JSON by all rules, with what its program accepts and declares")
    .argument(...FOLDER)
    .addOption(new Option("--format <format>", "what to write").choices(FORMATS).default("text"))
    .addOption(
      new Option("--fail-on <level>", "the least level that ends with exit code 1")
        .choices(FAILING)
        .default("error"),
    )
    .option(
      "--requirements <file>",
      "committed output of prerequisites --format json, which must be up to date",
    )
    .action((dir: string, { format, failOn, requirements }: Options) => {
      const { readProject } = require("../project/read-project") as typeof import("../project/read-project");
      const { checkProject } = require("../check/check-project") as typeof import("../check/check-project");
      const { writeCheck } = require("../check/formats") as typeof import("../check/formats");
      const document = checkProject(readProject(dir), requirements);
      writeNotes(io, document.notices);
      io.out(writeCheck(document, format));
      const levels: readonly RuleLevel[] = failOn === "error" ? ["error"] : FAILING;
      const fails = document.findings.some(({ level, accepted }) => !accepted && levels.includes(level));
      if (fails || document.requirements) end(EXIT.found);
    });
};
