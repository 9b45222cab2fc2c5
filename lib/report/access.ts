import { builtInRoleName } from "../azure/built-in-roles";
import { type Binding, guidOfRole, nameOfRole } from "../model/binding";
import type { Entry } from "../model/entry";
import { IDENTITY_TYPE } from "../model/identity";
import { entryOf, type Model, statedText } from "../model/model";
import { showValue, type Value } from "../model/value";

/** One line of who may do what where. */
export interface Grant {
  /** `id-orders (app/identity)`, or what stands in the JSON where that is all there is. */
  readonly identity: string;
  /** Name of the role; its GUID or its expression where the name is not known. */
  readonly role: string;
  /** `rg-orders (app/group)`, or the id or expression where that is all there is. */
  readonly scope: string;
  /** Construct path of the binding. */
  readonly path: string;
}

/** What the bindings of a model grant, by identity. */
export function grants(model: Model): Grant[] {
  return model.bindings
    .map((binding) => ({
      identity: showPrincipal(model, binding.principal),
      role: showRole(binding),
      scope: showScope(model, binding.scope),
      path: binding.entry.path,
    }))
    .sort((a, b) => compare(a.identity, b.identity) || compare(a.path, b.path));
}

/** Grants as a table in plain text, one line each under a line of headings. */
export function grantsTable(rows: readonly Grant[]): string {
  const lines = [["IDENTITY", "ROLE", "SCOPE", "BOUND BY"]];
  for (const { identity, role, scope, path } of rows) lines.push([identity, role, scope, path]);
  const widths = [0, 1, 2].map((column) =>
    lines.reduce((width, line) => Math.max(width, line[column]?.length ?? 0), 0),
  );
  return lines.map((line) => line.map((cell, at) => cell.padEnd(widths[at] ?? 0)).join("  ")).join("\n");
}

function showPrincipal(model: Model, principal: Value | undefined): string {
  const entry = principal?.kind === "reference" ? entryOf(model, principal) : undefined;
  if (!entry) return principal ? showValue(principal) : "(none)";
  return entry.type === IDENTITY_TYPE ? named(model, entry) : `${named(model, entry)}, system-assigned`;
}

function showRole(binding: Binding): string {
  const guid = guidOfRole(binding);
  const role = binding.roleDefinitionId ?? binding.roleDefinitionName;
  return (
    nameOfRole(binding) ?? (guid && (builtInRoleName(guid) ?? guid)) ?? (role ? showValue(role) : "(none)")
  );
}

function showScope(model: Model, scope: Value | undefined): string {
  const entry = scope?.kind === "reference" && scope.attribute === "id" ? entryOf(model, scope) : undefined;
  if (entry) return named(model, entry);
  return scope ? showValue(scope) : "(none)";
}

function named(model: Model, entry: Entry): string {
  const name = statedText(model, entry, "name");
  return name === undefined ? entry.path : `${name} (${entry.path})`;
}

/** By code unit, so that the order is the same on every machine. */
function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
