import { actsOnAnother } from "./acts-on-another";
import type { Entry } from "./entry";
import { IDENTITY_TYPE } from "./identity";
import { argument, entryOf, follow, type Model, statedText } from "./model";
import { managedIdentityOf } from "./principal";
import { remembered } from "./remembered";
import { resourcesOf } from "./resources-of";
import { entryOfId, scopeChain } from "./scope-chain";
import type { Value } from "./value";

/** Roles that are given for some time count as long as they are there. */
const ROLE_TYPES: ReadonlySet<string> = new Set([
  "azurerm_role_assignment",
  "azurerm_pim_active_role_assignment",
]);

/** Where a role is given of which nothing says that it is not above some scope. */
const ANYWHERE = "";

/** Who may get roles at a scope: identities of the app, and principals that may be some of these. */
interface Receivers {
  readonly holders: Set<Entry>;
  readonly others: Set<Entry | undefined>;
}

/** Whether an identity that the app makes may have some role at a scope or above it. */
export function mayHaveRole(model: Model, identity: Entry, scope: Value): boolean {
  const byScope = receiversOf(model);
  return [ANYWHERE, ...scopeChain(model, scope)].some((key) => {
    const { holders, others } = byScope.get(key) ?? {};
    return holders?.has(identity) || [...(others ?? [])].some((other) => canBeSame(model, other, identity));
  });
}

const receiversOf = remembered((model: Model): ReadonlyMap<string, Receivers> => {
  const byScope = new Map<string, Receivers>();
  for (const entry of resourcesOf(model, (type) => ROLE_TYPES.has(type))) {
    const key = placeOf(model, argument(model, entry, "scope"));
    const receivers = byScope.get(key) ?? { holders: new Set(), others: new Set() };
    byScope.set(key, receivers);
    const principal = argument(model, entry, "principal_id");
    const holder = managedIdentityOf(model, principal);
    if (holder && !actsOnAnother(holder)) receivers.holders.add(holder);
    else if (holder || !isOther(model, principal)) receivers.others.add(holder);
  }
  return byScope;
});

/** Whether a principal is certainly no identity that the app makes: one written out, and a principal made beside it. */
function isOther(model: Model, principal: Value | undefined): boolean {
  const value = follow(model, principal);
  if (value?.kind === "literal") return true;
  const entry = value?.kind === "reference" ? entryOf(model, value) : undefined;
  if (entry?.isData) return entry.type === "azurerm_client_config" || entry.type === "azuread_client_config";
  return entry?.type === "azuread_service_principal" || entry?.type === "azuread_user";
}

/** An identity that is looked up under another name is another one; of all else that is looked up it is not known. */
function canBeSame(model: Model, other: Entry | undefined, identity: Entry): boolean {
  if (other?.type !== IDENTITY_TYPE) return true;
  if (identity.type !== IDENTITY_TYPE) return false;
  return ["name", "resource_group_name"].every((of) => {
    const [one, two] = [statedText(model, other, of), statedText(model, identity, of)];
    return one === undefined || two === undefined || one.toLowerCase() === two.toLowerCase();
  });
}

/** Management groups are above scopes without a word of it in the ids of these. */
function placeOf(model: Model, given: Value | undefined): string {
  const scope = follow(model, given);
  if (scope?.kind !== "literal" && scope?.kind !== "reference") return ANYWHERE;
  const [key = ANYWHERE] = scopeChain(model, scope);
  if (scope.kind === "literal") return key.startsWith("/providers/") ? ANYWHERE : key;
  if (!key.includes("${")) return key;
  const entry = entryOfId(model, scope);
  const isKnown = entry && !entry.isData && !/^azurerm_(?:subscription|management_group)$/.test(entry.type);
  return isKnown ? key : ANYWHERE;
}
