import { groupBy } from "../../model/group-by";
import { few } from "../../prerequisites/gap-texts";
import { plural } from "../../report/document/summary";
import { printable } from "../../report/text/printable";
import { indented } from "../../report/text/section";
import type { CheckedOperation } from "./checked-operation";
import { importLines } from "./import-lines";
import type { CheckedStack, Preflight } from "./preflight";
import { signedInText } from "./signed-in-text";
import { missingLines, notAskedLines, openLines, subjects } from "./status-lines";

/** What no answer of Azure to these questions tells. */
const NOT_LOOKED_AT =
  "not looked at: locks, policies, quotas, deny assignments, and conditions on the role assignments of the signed-in principal";

/** Answers for people: what is in the way first. Ids stand in one line however long they are: people copy them. */
export function preflightText({ stacks }: Preflight, width: number): string {
  const who = new Set(stacks.flatMap(({ signedIn }) => (signedIn ? signedInText(signedIn) : [])));
  return [
    ...[...who].flatMap((text) => [`asked as ${printable(text)}`, ""]),
    ...stacks.flatMap((stack) => [...stackLines(stack, width), ""]),
    ...indented(NOT_LOOKED_AT, width, 0),
    "",
  ].join("\n");
}

function stackLines(checked: CheckedStack, width: number): string[] {
  const { stack, operations, notCovered, existing } = checked;
  const of = (status: CheckedOperation["status"]) => operations.filter((one) => one.status === status);
  const part = (title: string, lines: readonly string[]) =>
    lines.length === 0 ? [] : ["", ...indented(title, width), ...lines];
  return [
    printable(headline(checked)),
    ...part("missing: the apply fails with 403", missingLines(of("missing"))),
    ...part("not asked: whether the apply fails is not known", notAskedLines(of("not asked"), width)),
    ...part("open: the apply may fail with 403", openLines(of("conditional"), width)),
    ...part(
      "there already: the apply fails with 409 RoleAssignmentExists, unless they are in the state of the stack",
      existing.flatMap((one) => importLines(one, stack.folder)),
    ),
    ...part(
      "not covered",
      [...groupBy(notCovered, ({ reason }) => reason)].flatMap(([reason, same]) =>
        indented(`${reason}, for ${few(subjects(same), "others")}`, width, 2),
      ),
    ),
  ];
}

function headline({ stack, operations }: CheckedStack): string {
  const all = plural(operations.length, "operation");
  if (operations.length === 0) return `${stack.path}: asks nothing of Azure that is known here`;
  const counts = groupBy(operations, wordOf);
  if (counts.get("allowed")?.length === operations.length)
    return `${stack.path}: ${all}, all of them allowed`;
  const told = WORDS.flatMap((word) => (counts.has(word) ? [`${counts.get(word)?.length} ${word}`] : []));
  return `${stack.path}: of ${all}, ${told.join(", ")}`;
}

/** In the order in which they are in the way. */
const WORDS = ["missing", "not asked", "open", "not needed", "allowed"] as const;

function wordOf({ status, reason }: CheckedOperation): (typeof WORDS)[number] {
  if (status === "missing" || status === "not asked") return status;
  if (status === "conditional") return "open";
  // What Azure allows needs no reason.
  return reason === undefined ? "allowed" : "not needed";
}
