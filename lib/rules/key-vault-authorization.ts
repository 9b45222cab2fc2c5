import { KEY_VAULT_DATA_ROLES } from "../azure/data-roles";
import { builtInPermissions } from "../azure/role-permissions";
import type { Binding } from "../model/binding";
import { bindingsBy } from "../model/bindings-by";
import { roleKey, showRole } from "../model/bound-role";
import { givesDataActions } from "../model/data-actions";
import { type Entry, ignoresChanges } from "../model/entry";
import { argument, entryOf, follow, type Model } from "../model/model";
import type { Value } from "../model/value";
import type { Rule } from "./rule";

export const keyVaultAuthorization: Rule = {
  id: "key-vault-authorization",
  title: "a role for keys, secrets or certificates is bound at a vault that goes by roles",
  why: "a vault that goes by access policies does not look at roles: the apply passes, and the first request gets a 403",
  source:
    "Azure, Provide access to Key Vault with Azure RBAC; azurerm, azurerm_key_vault (rbac_authorization_enabled)",
  level: "error",
  rawLevel: "warning",
  check: (model) =>
    bindingsBy(model, "scope").flatMap(({ value, bindings }) => {
      const vault = vaultOf(model, value);
      if (!vault || !goesByPolicies(model, vault)) return [];
      return bindings.flatMap((binding) => {
        if (!givesDataActions(model, binding, ROLES)) return [];
        const message =
          `role "${showRole(binding)}" is bound at ${vault.path}, which goes by access policies; allowed are vaults that ` +
          "go by roles; set rbacAuthorizationEnabled (rbac_authorization_enabled) of the vault to true, or write an " +
          "access policy instead";
        return [
          {
            entry: binding.entry,
            message,
            ...(isOfUse(model, binding) ? { level: "warning" as const } : {}),
          },
        ];
      });
    }),
};

const ROLES = { builtIn: KEY_VAULT_DATA_ROLES, namespace: "microsoft.keyvault/", isDataAlone: true };
const IN_VAULT = /^azurerm_key_vault_(?:key|secret|certificate)$/;

/** Whether a built-in role allows more than what is in the vault: that part of it works at each vault. */
function isOfUse(model: Model, binding: Binding): boolean {
  const blocks = builtInPermissions(roleKey(model, binding) ?? "") ?? [];
  return blocks.some(({ actions }) => actions.length > 0);
}

/** The vault of this app that a scope is, or in which the key, secret or certificate lies that it is. */
function vaultOf(model: Model, scope: Value | undefined): Entry | undefined {
  const entry = scope?.kind === "reference" ? entryOf(model, scope) : undefined;
  if (!entry || entry.isData) return undefined;
  if (IN_VAULT.test(entry.type)) return vaultOf(model, argument(model, entry, "key_vault_id"));
  return entry.type === "azurerm_key_vault" ? entry : undefined;
}

/** azurerm 4 takes the older name of the argument too; with neither it makes a vault that goes by policies. */
function goesByPolicies(model: Model, vault: Entry): boolean {
  return ["rbac_authorization_enabled", "enable_rbac_authorization"].every((name) => {
    const given = follow(model, argument(model, vault, name));
    const isOff = given === undefined || (given.kind === "literal" && String(given.value) === "false");
    return isOff && !ignoresChanges(vault, name);
  });
}
