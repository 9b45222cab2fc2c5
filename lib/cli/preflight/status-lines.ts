import { groupBy } from "../../model/group-by";
import { few, rolesText } from "../../prerequisites/gap-texts";
import type { Subject } from "../../prerequisites/operation";
import { type Place, placeKey, showPlace } from "../../prerequisites/place";
import { actionsByType } from "../../report/prerequisites/actions-by-type";
import { printable } from "../../report/text/printable";
import { indented } from "../../report/text/section";
import type { CheckedOperation } from "./checked-operation";

/** What is missing by the lowest scope that exists, as that is where a role can be held, with the least roles. */
export function missingLines(missing: readonly CheckedOperation[]): string[] {
  return [...groupBy(missing, ({ at = [] }) => placeKey(at)).values()].flatMap((here) => {
    const isBefore = here.some(({ isAbsent }) => isAbsent);
    return [
      `    at ${scopes(here, ({ at = [] }) => at)}${isBefore ? ", as the scopes below do not exist yet" : ""}`,
      ...actionLines(here),
      `      enough is ${rolesText(here.map(({ operation }) => operation))}`,
    ];
  });
}

/** What is open by its reason. */
export function openLines(open: readonly CheckedOperation[], width: number): string[] {
  return byReason(open, width, (same) => [
    ...actionLines(same),
    `      at ${scopes(same, ({ place }) => place)}`,
  ]);
}

/** What was not asked by its reason: the actions do not matter here. */
export function notAskedLines(notAsked: readonly CheckedOperation[], width: number): string[] {
  return byReason(notAsked, width, (same) => [
    ...(same.some(({ at }) => at) ? [`      at ${scopes(same, ({ at = [] }) => at)}`] : []),
    subjectsLine(same),
  ]);
}

/** Paths of constructs; addresses of what is none, such as the provider. */
export function subjects(all: readonly { readonly subject: Subject }[]): string[] {
  return all.map(({ subject: { path, stack, address } }) => (path === stack ? address : path));
}

function byReason(
  checked: readonly CheckedOperation[],
  width: number,
  lines: (same: readonly CheckedOperation[]) => string[],
): string[] {
  return [...groupBy(checked, ({ reason = "" }) => reason)].flatMap(([reason, same]) => [
    ...indented(`as ${reason}`, width, 2),
    ...lines(same),
  ]);
}

function actionLines(checked: readonly CheckedOperation[]): string[] {
  const actions = actionsByType(checked.map(({ operation }) => operation));
  return [...actions.map((line) => `      ${printable(line)}`), subjectsLine(checked)];
}

function subjectsLine(checked: readonly CheckedOperation[]): string {
  const all = subjects(checked.map(({ operation }) => operation));
  return `      for ${printable(few(all, "others"))}`;
}

function scopes(checked: readonly CheckedOperation[], of: (one: CheckedOperation) => Place): string {
  return printable(
    few(
      checked.map((one) => showPlace(of(one))),
      "other scopes",
    ),
  );
}
