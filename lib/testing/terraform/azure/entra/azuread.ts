import {
  type DataSourceBehaviour,
  type ProviderBehaviour,
  Refusal,
  type ResourceBehaviour,
} from "../../provider/behaviour";
import { answer } from "../data/answer";
import { clientConfig } from "../data/tenant";
import type { Azure } from "../store/azure";
import { isGiven, text } from "../values";
import { applicationCredential } from "./application-credential";
import { APPLICATION, GROUP, servicePrincipal, USER } from "./directory-kinds";
import { directoryObject } from "./directory-object";
import { groupMember } from "./group-member";

/** Source: azuread, docs. */
export function azuread(azure: Azure): ProviderBehaviour {
  return { resource: (type) => resource(azure, type), dataSource: (type) => dataSource(azure, type) };
}

function resource(azure: Azure, type: string): ResourceBehaviour {
  if (type === "azuread_group_member") return groupMember(azure);
  if (type === "azuread_application_federated_identity_credential") return applicationCredential(azure);
  const kind = {
    azuread_application: APPLICATION,
    azuread_application_registration: APPLICATION,
    azuread_group: GROUP,
    azuread_service_principal: servicePrincipal(azure),
    azuread_user: USER,
  }[type];
  if (!kind) azure.generic.add(type);
  return directoryObject(azure, kind ?? { collection: type });
}

const COLLECTIONS: { readonly [type: string]: string } = {
  azuread_application: "applications",
  azuread_group: "groups",
  azuread_service_principal: "servicePrincipals",
  azuread_user: "users",
};
const KEYS = ["object_id", "client_id", "display_name", "user_principal_name", "mail_nickname"];

/** Found by what the config gives; an object that only a test named has its object id and no more. */
function dataSource(azure: Azure, type: string): DataSourceBehaviour {
  if (type === "azuread_client_config") return clientConfig(azure);
  const collection = COLLECTIONS[type];
  if (!collection) azure.generic.add(`data.${type}`);
  return {
    read(config, { schema }) {
      const given = KEYS.filter((name) => isGiven(config[name]));
      const found = azure
        .all()
        .find(
          ({ id, state }) =>
            id.startsWith(`/${collection}/`) && given.every((name) => state?.[name] === config[name]),
        );
      const objectId = text(config.object_id) ?? text(found?.state?.object_id);
      if (objectId === undefined || !(found || azure.principals.find(objectId))) {
        throw new Refusal(
          `No ${collection ?? type} found matching ${given.map((name) => `${name}: "${text(config[name])}"`).join(", ")}`,
        );
      }
      const id = `/${collection}/${objectId}`;
      return answer(config, { ...found?.state, id, object_id: objectId }, id, schema);
    },
  };
}
