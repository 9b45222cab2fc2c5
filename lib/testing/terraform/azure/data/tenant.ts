import type { DataSourceBehaviour } from "../../provider/behaviour";
import { Refusal } from "../../provider/behaviour";
import type { Azure } from "../store/azure";
import { guid } from "../store/guid";
import { text } from "../values";
import { answer } from "./answer";

/** Who Terraform runs as. A test can give the one it likes any role, as a user or as a service principal. */
export function clientConfig(azure: Azure): DataSourceBehaviour {
  return {
    read(config, { provider, schema }) {
      const object_id = guid(azure.tenantId, "deployer");
      azure.principals.add({ id: object_id });
      const known = {
        id: guid(azure.tenantId, "client config"),
        client_id: guid(azure.tenantId, "deployer client"),
        tenant_id: azure.tenantId,
        subscription_id: azure.subscriptionOf(provider) ?? "",
        object_id,
      };
      return answer(config, known, known.id, schema);
    },
  };
}

export function subscription(azure: Azure): DataSourceBehaviour {
  return {
    read(config, { provider, schema }) {
      const subscription_id = text(config.subscription_id) ?? azure.subscriptionOf(provider) ?? "";
      const id = `/subscriptions/${subscription_id}`;
      if (!azure.exists(id)) throw new Refusal(`Subscription "${id}" was not found`);
      const known = {
        id,
        subscription_id,
        tenant_id: azure.tenantId,
        display_name: `Subscription ${subscription_id}`,
        state: "Enabled",
      };
      return answer(config, known, id, schema);
    },
  };
}

export function managementGroupData(azure: Azure): DataSourceBehaviour {
  return {
    read(config, { schema }) {
      const root = "/providers/Microsoft.Management/managementGroups";
      const named = text(config.name);
      const found = azure
        .all()
        .find(({ id, state }) =>
          named
            ? id.toLowerCase() === `${root}/${named}`.toLowerCase()
            : state?.display_name === config.display_name && id.startsWith(root),
        );
      if (!found) throw new Refusal(`Management Group "${named ?? text(config.display_name)}" was not found`);
      const name = found.id.slice(root.length + 1);
      return answer(config, { display_name: name, ...found.state, id: found.id, name }, found.id, schema);
    },
  };
}
