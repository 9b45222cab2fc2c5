import { attributesIn } from "../model/attributes-in";
import type { Entry } from "../model/entry";
import { groupBy } from "../model/group-by";
import type { StackSource } from "../model/terraform-json";
import type { Rule, Violation } from "./rule";

export const unindexedReference: Rule = {
  id: "unindexed-reference",
  title: "a reference to a resource with count or for_each says which of its instances is meant",
  why: "Terraform refuses the plan (missing resource instance key); cdktf writes such references for count itself",
  source: "Terraform, References to Named Values (resources with count and for_each)",
  level: "error",
  rawLevel: "error",
  check: (model) => {
    const targets = new Map(
      [...groupBy(model.entries.filter(isRepeated), ({ stack }) => stack)].map(([stack, repeated]) => [
        stack,
        new Map(repeated.map((entry) => [entry.address, entry])),
      ]),
    );
    if (targets.size === 0) return [];
    return [
      ...model.entries.flatMap((entry) => inEntry(entry, targets.get(entry.stack))),
      ...model.stacks.flatMap((stack) => inOutputs(stack, targets.get(stack.path))),
    ];
  },
};

type Targets = ReadonlyMap<string, Entry> | undefined;

/** Terraform takes an argument that is null as one that is not given. */
function isRepeated({ repeated, values }: Entry): boolean {
  return repeated && (values.count ?? values.for_each ?? null) !== null;
}

function inEntry(entry: Entry, targets: Targets): Violation[] {
  // A trigger of replacement may name all instances.
  const { lifecycle: _, ...values } = entry.values;
  return unindexed(values, targets).map(({ target, attribute }) => ({
    entry,
    message: messageOf("reference", target, attribute),
  }));
}

/** An output is no element of the model: what it refers to stands for it. */
function inOutputs({ json }: StackSource, targets: Targets): Violation[] {
  return Object.entries(json.output ?? {}).flatMap(([name, output]) =>
    unindexed(output.value, targets).map(({ target, attribute }) => ({
      entry: target,
      message: messageOf(`reference of output "${name}" to`, target, attribute),
    })),
  );
}

/** Each attribute once that a value takes of a repeated element as if there were one of it. */
function unindexed(value: unknown, targets: Targets) {
  if (!targets) return [];
  const found = new Map<string, { readonly target: Entry; readonly attribute: string }>();
  for (const { address, attribute } of attributesIn(value)) {
    const target = targets.get(address);
    if (target) found.set(`${address}.${attribute}`, { target, attribute });
  }
  return [...found.values()];
}

function messageOf(subject: string, { address, values }: Entry, attribute: string): string {
  const [maker, first, own] =
    (values.count ?? null) === null ? ["for_each", '"<key>"', "each.key"] : ["count", "0", "count.index"];
  return (
    `${subject} "${address}.${attribute}" names none of the instances that ${maker} makes; allowed are one of them by its ` +
    `index, and all by [*]; write "\${${address}[${first}].${attribute}}", or [${own}] in a resource with the same ${maker}`
  );
}
