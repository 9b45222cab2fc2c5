import { ENCRYPTION_ROLES } from "../azure/needed-roles";
import type { Binding } from "../model/binding";
import { pathTo } from "../model/dependencies";
import { type Entry, ignoresChanges } from "../model/entry";
import { heldRole } from "../model/held-role";
import type { Host } from "../model/host";
import { IDENTITY_TYPE } from "../model/identity";
import { argument, entryOf, follow, type Model } from "../model/model";
import type { Value } from "../model/value";
import type { Rule, Violation } from "./rule";

export const encryptionRole: Rule = {
  id: "encryption-role",
  title: "the identity of a disk encryption set may use its key, and has the role before the set is made",
  why: "Azure reads the key as that identity: without the role the set or its first disk fails at apply with a 403",
  source:
    "Azure, Server-side encryption of Azure Disk Storage (grant the DiskEncryptionSet access to the key vault)",
  level: "error",
  rawLevel: "warning",
  check: (model, { isWholeApp }) =>
    // A stack alone does not see the other stacks of its app, which may give the role.
    isWholeApp ? model.hosts.flatMap((host) => violationOf(model, host) ?? []) : [],
};

function violationOf(model: Model, host: Host): Violation | undefined {
  const { entry } = host;
  if (entry.type !== "azurerm_disk_encryption_set" || entry.repeated) return undefined;
  const vault = vaultOf(model, argument(model, entry, "key_vault_key_id"));
  const identity = identityOf(model, host);
  if (!vault || !identity) return undefined;
  const { bindings, isPossible } = heldRole(model, {
    identity,
    roles: ENCRYPTION_ROLES,
    scope: idOf(vault),
  });
  if (isPossible) return undefined;
  if (bindings.length === 0) return { entry, message: missing(entry, identity, vault) };
  // Its own identity is there only when the set is: that one cannot have the role before.
  if (identity === entry || bindings.some((binding) => isBefore(model, binding, entry))) return undefined;
  return { entry, message: late(entry, bindings[0] as Binding), level: "warning" };
}

function missing(entry: Entry, identity: Entry, vault: Entry): string {
  const who = identity === entry ? "its own identity" : identity.path;
  return (
    `disk encryption set ${entry.path} uses a key of ${vault.path} as ${who}, to which this app gives no role for keys ` +
    "there; allowed is an identity with Key Vault Crypto Service Encryption User at the vault or above; bind it" +
    `${identity === entry ? "" : ", with binding.applyBefore(...) for the set"}`
  );
}

function late(entry: Entry, binding: Binding): string {
  return (
    `disk encryption set ${entry.path} does not wait for ${binding.entry.path}, which lets its identity use the key; ` +
    "allowed is the role first; write binding.applyBefore(...) with the set"
  );
}

/** The vault of a key, where both are made here and the vault goes by roles. */
function vaultOf(model: Model, keyId: Value | undefined): Entry | undefined {
  const key = madeHere(model, keyId, "azurerm_key_vault_key");
  const vault = key && madeHere(model, argument(model, key, "key_vault_id"), "azurerm_key_vault");
  const isOn = (name: string) => {
    const given = vault && follow(model, argument(model, vault, name));
    return given?.kind === "literal" && String(given.value) === "true";
  };
  return isOn("rbac_authorization_enabled") || isOn("enable_rbac_authorization") ? vault : undefined;
}

/** The identity as which the set reads its key, where it has one alone and that is made here. */
function identityOf(model: Model, { entry, hasSystemIdentity, identityIds }: Host): Entry | undefined {
  if (ignoresChanges(entry, "identity") || identityIds === undefined) return undefined;
  const [id, ...others] = identityIds;
  if (hasSystemIdentity) return id ? undefined : entry;
  return hasSystemIdentity === false && others.length === 0 ? madeHere(model, id, IDENTITY_TYPE) : undefined;
}

function madeHere(model: Model, value: Value | undefined, type: string): Entry | undefined {
  const entry = value?.kind === "reference" ? entryOf(model, value) : undefined;
  return entry?.type === type && !entry.isData && !entry.repeated ? entry : undefined;
}

function idOf({ stack, address }: Entry): Value {
  return { kind: "reference", stack, address, attribute: "id" };
}

/** Another stack is before or after as a whole, which the JSON does not tell. */
function isBefore(model: Model, binding: Binding, entry: Entry): boolean {
  return binding.entry.stack !== entry.stack || pathTo(model, entry, binding.entry) !== undefined;
}
