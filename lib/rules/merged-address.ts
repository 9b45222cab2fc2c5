import { entryAt } from "../model/model";
import type { Rule } from "./rule";

export const mergedAddress: Rule = {
  id: "merged-address",
  title: "each construct has a Terraform address of its own",
  why: "cdktf merges elements with one address into one without a word: all but one are never made",
  source: "cdktf, unique ids drop spaces and other characters; overrideLogicalId is taken as given",
  level: "error",
  rawLevel: "warning",
  check: (model) =>
    model.merged.flatMap(({ stack, address, paths }) => {
      const entry = entryAt(model, stack, address);
      if (!entry) return [];
      const constructs = paths.map((path) => path.replace(/\/Default$/, ""));
      const message =
        `address "${address}" is given to ${paths.length} constructs, ${constructs.join(" and ")}; allowed is one; give ` +
        "each of them an id that differs in letters, digits, - or _, or another overrideLogicalId";
      return [{ entry, message }];
    }),
};
