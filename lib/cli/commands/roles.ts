import { Option } from "commander";
import type { AddCommand } from "../command";
import { writeNotes } from "../notes";

interface Options {
  readonly format: "text" | "json";
}

export const addRoles: AddCommand = (program, io) => {
  program
    .command("roles")
    .description("which built-in roles allow an action, or what a built-in role allows")
    .argument(
      "<name or action...>",
      "an action in full, or the name of a role, current or former, or its GUID",
    )
    .addOption(new Option("--format <format>", "what to write").choices(["text", "json"]).default("text"))
    .action((words: string[], { format }: Options) => {
      const { questionOf } = require("../roles/question") as typeof import("../roles/question");
      const { rolesDocument } =
        require("../roles/roles-document") as typeof import("../roles/roles-document");
      const { rolesText } = require("../roles/roles-text") as typeof import("../roles/roles-text");
      // A name of several words is one, also where a shell had no quotes around it.
      const question = questionOf(words.join(" "));
      writeNotes(io, question.hint ? [question.hint] : []);
      const document = rolesDocument(question);
      const isText = format === "text";
      io.out(isText ? rolesText(document) : `${JSON.stringify(document, undefined, 2)}\n`);
    });
};
