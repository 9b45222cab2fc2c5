import { Option } from "commander";
import type { AddCommand } from "../command";
import { FOLDER } from "../folder-argument";
import type { PreflightOptions } from "../preflight/run-preflight";

export const addPreflight: AddCommand = (program, io, end) => {
  program
    .command("preflight")
    .description(
      "ask Azure before the apply whether the signed-in principal may do what the stacks need; only reads",
    )
    .argument(...FOLDER)
    .option("--subscription <id>", "the subscription of stacks whose JSON does not say it")
    .addOption(new Option("--format <format>", "what to write").choices(["text", "json"]).default("text"))
    .action(async (dir: string, options: PreflightOptions) => {
      const { connect } = require("../preflight/connect") as typeof import("../preflight/connect");
      const { runPreflight } =
        require("../preflight/run-preflight") as typeof import("../preflight/run-preflight");
      end(await runPreflight(dir, options, connect, io));
    });
};
