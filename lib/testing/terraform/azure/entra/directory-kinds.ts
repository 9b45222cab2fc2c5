import type { Problem } from "../../provider/behaviour";
import type { ObjectValue } from "../../provider/value";
import { refuse } from "../refuse";
import type { Azure } from "../store/azure";
import { guid } from "../store/guid";
import { isGiven, text } from "../values";
import type { DirectoryKind } from "./directory-object";

export const APPLICATION: DirectoryKind = {
  collection: "applications",
  computed: (_, objectId) => ({ client_id: guid(objectId, "client") }),
};

export const GROUP: DirectoryKind = { collection: "groups", principal: "Group", validate: groupProblems };

export const USER: DirectoryKind = { collection: "users", principal: "User" };

/** Source: azuread, internal/services/serviceprincipals. */
export function servicePrincipal(azure: Azure): DirectoryKind {
  return {
    collection: "servicePrincipals",
    principal: "ServicePrincipal",
    replacedBy: ["client_id"],
    computed(planned) {
      const application = azure
        .all()
        .find(({ id, state }) => id.startsWith("/applications/") && state?.client_id === planned.client_id);
      if (!application && planned.use_existing !== true) {
        refuse(
          400,
          "Request_BadRequest",
          "When using this permission, the backing application of the service principal being created must in the local tenant",
        );
      }
      return { display_name: text(application?.state?.display_name) ?? "", type: "Application" };
    },
  };
}

/** Source: azuread, internal/services/groups/group_resource.go. */
function groupProblems(config: ObjectValue): Problem[] {
  if (isGiven(config.mail_enabled) || isGiven(config.security_enabled)) return [];
  return [
    {
      summary: "Missing required argument",
      detail: '"security_enabled": one of `mail_enabled,security_enabled` must be specified',
      attribute: ["security_enabled"],
    },
  ];
}
