import { groupBy } from "../model/group-by";
import type { Status, Verdict } from "./evaluate";
import type { Subject } from "./operation";

/** Verdicts that one finding can tell of. */
export interface Gap {
  readonly status: Exclude<Status, "satisfied">;
  /** The resource, or the stack where several resources have the same. */
  readonly subject: Subject;
  readonly verdicts: readonly Verdict[];
}

/**
 * What is not satisfied, so that it can be read: all that is missing for a resource at once, with what it may ask for
 * beside that, and all of a stack that is conditional or not covered for the same reason.
 */
export function gapsIn(verdicts: readonly Verdict[]): Gap[] {
  const open = verdicts.filter(({ status }) => status !== "satisfied");
  const missing = new Set(open.filter(({ status }) => status === "missing").map(subjectKey));
  const groups = groupBy(open, (verdict) => {
    const { status, subject, by, reason } = verdict;
    if (!by && missing.has(subjectKey(verdict))) return subjectKey(verdict);
    return [status, subject.stack, reason].join("\t");
  });
  return [...groups.values()].flatMap(gapOf);
}

function subjectKey({ subject: { stack, address } }: Verdict): string {
  return `${stack}\t${address}`;
}

function gapOf(verdicts: readonly Verdict[]): Gap[] {
  const [first] = verdicts;
  const { status, subject } = verdicts.find((one) => one.status === "missing") ?? first ?? {};
  if (!subject || !status || status === "satisfied") return [];
  const isOne = verdicts.every((one) => one.subject.address === subject.address);
  const stack = { stack: subject.stack, address: "", path: subject.stack };
  return [{ status, subject: isOne ? subject : stack, verdicts }];
}
