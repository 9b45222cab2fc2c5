import { builtInRoleName } from "../azure/built-in-roles";
import { type Binding, guidOfRole, nameOfRole } from "../model/binding";
import { boundDefinition } from "../model/bound-role";
import { directoryTypeOf } from "../model/directory-principal";
import type { Entry } from "../model/entry";
import { IDENTITY_TYPE } from "../model/identity";
import { argument, entryOf, follow, type Model, statedText } from "../model/model";
import { knownPrincipal, OTHER_PRINCIPAL } from "../model/principal";
import { literalEnd, literalText, showValue, type Value } from "../model/value";
import { compare } from "./compare";
import { principalEntry } from "./principal-entry";

/** One line of who may do what where. */
export interface Grant {
  /** `id-orders (app/identity)`, or what stands in the JSON where that is all there is; for people what they are too. */
  readonly identity: string;
  /** Name of the role, of one that the app defines with its path; its GUID or its expression where that is not known. */
  readonly role: string;
  /** `rg-orders (app/group)`, or the id or expression where that is all there is. */
  readonly scope: string;
  /** Construct path of the binding. */
  readonly path: string;
}

/** What a name does not tell by itself; an object id alone may be that of an identity. */
const KINDS = new Map([
  ["User", "user"],
  ["Group", "group"],
]);

/** What the bindings of a model grant, by identity. */
export function grants(model: Model): Grant[] {
  return model.bindings.map((binding) => grantOf(model, binding)).sort(byIdentity);
}

export function grantOf(model: Model, binding: Binding): Grant {
  return {
    identity: showPrincipal(model, binding),
    role: showRole(model, binding),
    scope: showScope(model, binding.scope),
    path: binding.entry.path,
  };
}

/** The order of the lines: by identity, and then by path. */
export function byIdentity(a: Grant, b: Grant): number {
  return compare(a.identity, b.identity) || compare(a.path, b.path);
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

/** A principal, and what it is where its name does not tell. */
export function showPrincipal(
  model: Model,
  { principal, principalType }: Pick<Binding, "principal" | "principalType">,
): string {
  if (!principal) return "(none)";
  const known = knownPrincipal(model, principal);
  const entry = principalEntry(model, known);
  if (entry?.type === IDENTITY_TYPE) return named(model, entry);
  const isHost = entry !== undefined && !entry.type.startsWith("azuread_");
  const type = directoryTypeOf(known) ?? literalText(principalType) ?? "";
  const kind = isHost ? kindOfHostIdentity(known) : KINDS.get(type);
  return [entry ? named(model, entry) : showValue(principal), ...(kind ? [kind] : [])].join(", ");
}

/** `kubelet_identity[0].object_id` is the kubelet's; what has no name of its own is that of the resource. */
function kindOfHostIdentity(principal: Value): string {
  const part = principal.kind === "reference" ? OTHER_PRINCIPAL.exec(principal.attribute)?.[1] : undefined;
  return part ?? "system-assigned";
}

/** The role by its name, where that is known. */
export function showRole(model: Model, binding: Binding): string {
  const guid = guidOfRole(binding);
  const definition = guid === undefined ? boundDefinition(model, binding) : undefined;
  const entry = definition && entryOf(model, definition);
  if (entry) return named(model, entry);
  const role = binding.roleDefinitionId ?? binding.roleDefinitionName;
  return (
    nameOfRole(binding) ?? (guid && (builtInRoleName(guid) ?? guid)) ?? (role ? showValue(role) : "(none)")
  );
}

export function showScope(model: Model, scope: Value | undefined): string {
  const entry = scope?.kind === "reference" && scope.attribute === "id" ? entryOf(model, scope) : undefined;
  if (entry) return named(model, entry);
  return scope ? showValue(scope) : "(none)";
}

/** What azapi acts on is named by an id alone. */
function nameInId(model: Model, entry: Entry): string | undefined {
  if (!entry.type.startsWith("azapi_")) return undefined;
  return /\/([^/]+)$/.exec(literalEnd(follow(model, argument(model, entry, "resource_id"))))?.[1];
}

/** The name of an element, where it is known. */
export function nameOf(model: Model, entry: Entry): string | undefined {
  return (
    statedText(model, entry, "name") ?? statedText(model, entry, "display_name") ?? nameInId(model, entry)
  );
}

/** The name of an element with its construct path, or the path where no name is known. */
export function named(model: Model, entry: Entry): string {
  const name = nameOf(model, entry);
  return name === undefined ? entry.path : `${name} (${entry.path})`;
}
