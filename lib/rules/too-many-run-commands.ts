import type { Entry } from "../model/entry";
import { groupBy } from "../model/group-by";
import { argument, type Model } from "../model/model";
import { literalText, type Value, valueKey } from "../model/value";
import { runCommandsOf } from "../model/verification";
import type { Rule } from "./rule";

const LIMIT = 25;

export const tooManyRunCommands: Rule = {
  id: "too-many-run-commands",
  title: `a virtual machine has at most ${LIMIT} managed run commands`,
  why: "Azure refuses the next one halfway through the apply",
  source: "Azure, Run scripts in your VM by using managed run commands (at most 25 at a time on a machine)",
  level: "error",
  rawLevel: "warning",
  check: (model) =>
    [...groupBy(single(model), ({ machine }) => valueKey(machine)).values()]
      .filter((all) => all.length > LIMIT)
      .map((all) => {
        const [first] = all.map(({ entry }) => entry).sort((a, b) => Number(b.own) - Number(a.own));
        const message =
          `the machine has ${all.length} run commands in this app; allowed are ${LIMIT}; check several scopes of one ` +
          "identity at the group or subscription that they share, or remove what has run";
        return { entry: first as Entry, message };
      }),
};

/** Those that stand for one run command, on a machine that is said. */
function single(model: Model): { readonly entry: Entry; readonly machine: Value }[] {
  return runCommandsOf(model).flatMap((entry) => {
    const machine = argument(model, entry, "virtual_machine_id");
    const isSaid = machine?.kind === "reference" || literalText(machine) !== undefined;
    return machine && isSaid && !entry.repeated ? [{ entry, machine }] : [];
  });
}
