import type { ResourceBehaviour } from "../../provider/behaviour";
import { checked, matches } from "../checks/check";
import { requireParents } from "../existence";
import { refuseExisting } from "../refuse";
import { settle } from "../settle";
import type { Azure } from "../store/azure";
import { guid } from "../store/guid";
import { lastName } from "../store/ids";
import { text } from "../values";
import { readAs } from "./read-as";

/**
 * A secret is known by a URL of its vault, and to Resource Manager by an id below the vault's. A new value keeps the
 * version here. Source: azurerm, internal/services/keyvault/key_vault_secret_resource.go.
 */
export function keyVaultSecret(azure: Azure): ResourceBehaviour {
  return {
    leavesNestedComputedNull: true,
    replacedBy: ["name", "key_vault_id"],
    validate: (config) =>
      checked(config, {
        name: matches(/^[0-9a-zA-Z-]+$/, "may only contain alphanumeric characters and dashes"),
      }),
    create(planned, { type, schema }) {
      const vault = text(planned.key_vault_id) ?? "";
      const name = text(planned.name) ?? "";
      const id = `${vault}/secrets/${name}`;
      if (azure.find(id)) refuseExisting(id, type);
      requireParents(azure, id);
      const version = guid(id, "version").replaceAll("-", "");
      const url = `https://${lastName(vault)}.vault.azure.net/secrets/${name}`;
      const computed: Record<string, string> = {
        id: `${url}/${version}`,
        version,
        versionless_id: url,
        resource_id: `${id}/versions/${version}`,
        resource_versionless_id: id,
      };
      const state = settle(planned, id, schema, (path) => computed[path]);
      azure.put({ id, state });
      return state;
    },
    update(planned, prior) {
      azure.put({ id: text(prior.resource_versionless_id) ?? "", state: planned });
      return planned;
    },
    read: (state) => readAs(state, azure.find(text(state.resource_versionless_id) ?? "")),
    delete: (prior) => azure.remove(text(prior.resource_versionless_id) ?? ""),
  };
}
