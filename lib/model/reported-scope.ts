import { isScope } from "./scope";
import { showValue, type Value } from "./value";

/**
 * A scope as it is reported, to be shown, where it is certain that it is written otherwise: each plan then replaces the
 * assignment. Azure drops a slash at the end. The id of a group azurerm writes in a case of its own; that of any other
 * scope it leaves as Azure answers it, which is not known here.
 *
 * Source: azurerm, internal/services/authorization/role_assignment_resource.go (normalizeScopeValue).
 */
export function reportedScope(scope: Value): string | undefined {
  if (scope.kind === "literal" && !isScope(String(scope.value))) return undefined;
  const parts = scope.kind === "template" ? scope.parts : [scope];
  const written = parts.map((part) => (part.kind === "literal" ? String(part.value) : GAP)).join("");
  const reported = withoutSlash(written, parts).replace(
    GROUP,
    (_, start, subscription) => `${start === GAP ? GAP : `/subscriptions/${subscription}`}/resourceGroups/`,
  );
  if (reported === written) return undefined;
  const gaps = parts.filter(({ kind }) => kind !== "literal").map(showValue);
  return reported.replaceAll(GAP, () => gaps.shift() ?? "");
}

/** Stands for what only Terraform knows; no text of a program has it. */
const GAP = "\0";

const GROUP = /^(\0|\/subscriptions\/([^/]+))\/resourcegroups\/(?=[^/]+$)/i;

/** A slash behind what may be nothing is the root. */
function withoutSlash(written: string, parts: readonly Value[]): string {
  const isLonger = parts.some((part) => part.kind === "reference" && /(?:^|_)id$/.test(part.attribute));
  const mayBeRoot = written.replaceAll(GAP, "") === "/" && !isLonger;
  return mayBeRoot ? written : written.replace(/\/$/, "");
}
