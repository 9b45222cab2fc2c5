import type { ReportIdentity } from "./report-document";

/** What the label of an identity does not tell. */
export function identityNotes({ kind, origin, isRepeated }: ReportIdentity): string {
  return [
    // What Azure makes for a resource, or for a part of it, says so in its label.
    ...(kind === "system-assigned" ? [] : [kind]),
    ...(origin === "made" ? [] : [origin]),
    ...(isRepeated ? ["as many as count or for_each says"] : []),
  ].join(", ");
}
