import { groupBy } from "../../../model/group-by";
import type { DocumentFinding } from "../../document/report-document";
import type { Mark, PictureRow } from "./picture";

/** What was found at any of some elements, as a part of a row. */
export type MarkOf = (
  elements: readonly { readonly stack?: string; readonly path?: string }[],
) => Pick<PictureRow, "mark">;

const LEVELS = ["error", "warning", "information"] as const;

/** Marks for findings that nobody accepted. */
export function marksOf(findings: readonly DocumentFinding[]): MarkOf {
  const open = groupBy(
    findings.filter(({ accepted }) => !accepted),
    ({ stack, path }) => `${stack} ${path}`,
  );
  return (elements) => {
    const found = elements.flatMap(({ stack, path }) => open.get(`${stack} ${path}`) ?? []);
    const [worst, ...others] = LEVELS.filter((one) => found.some(({ level }) => level === one));
    if (worst === undefined) return {};
    return { mark: { level: worst, text: markText(found.length, others.length > 0 ? "finding" : worst) } };
  };
}

function markText(count: number, noun: Mark["level"] | "finding"): string {
  return `${count} ${noun}${count === 1 || noun === "information" ? "" : "s"}`;
}
