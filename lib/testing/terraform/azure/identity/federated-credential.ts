import type { ResourceBehaviour } from "../../provider/behaviour";
import type { ObjectValue } from "../../provider/value";
import { readAs } from "../arm/read-as";
import { checked } from "../checks/check";
import { COMMON } from "../checks/common";
import { userAssignedIdentityId } from "../checks/identity";
import { requireParents } from "../existence";
import { requireNoLock } from "../locks";
import { refuse, refuseExisting } from "../refuse";
import type { Azure } from "../store/azure";
import { lastName } from "../store/ids";
import { text, texts } from "../values";

const CREDENTIALS = "federatedIdentityCredentials";
const LIMIT = 20;

/**
 * azurerm writes the credential where its `resource_group_name` says, whatever group the parent is in. Source: azurerm,
 * internal/services/managedidentity/federated_identity_credential_resource.go (4.55).
 */
export function federatedCredential(azure: Azure): ResourceBehaviour {
  return {
    leavesNestedComputedNull: true,
    replacedBy: ["name", "resource_group_name", "parent_id"],
    validate: (config) => checked(config, { ...COMMON, parent_id: userAssignedIdentityId }),
    create(planned, { type, provider }) {
      const identity = `/subscriptions/${azure.subscriptionOf(provider)}/resourceGroups/${text(planned.resource_group_name)}/providers/Microsoft.ManagedIdentity/userAssignedIdentities/${lastName(text(planned.parent_id) ?? "")}`;
      const id = `${identity}/${CREDENTIALS}/${text(planned.name)}`;
      if (azure.find(id)) refuseExisting(id, type);
      requireParents(azure, id);
      return write(azure, identity, id, planned);
    },
    update: (planned, prior) => {
      const id = text(prior.id) ?? "";
      return write(azure, id.slice(0, id.indexOf(`/${CREDENTIALS}/`)), id, planned);
    },
    read: (state) => readAs(state, azure.find(text(state.id) ?? "")),
    delete(prior) {
      const id = text(prior.id) ?? "";
      requireNoLock(azure, id, "delete");
      azure.remove(id);
    },
  };
}

/** Source: Azure, Important considerations and restrictions for federated identity credentials. */
function write(azure: Azure, identity: string, id: string, planned: ObjectValue): ObjectValue {
  const bad = (what: string) => refuse(400, "BadRequest", what);
  if (!/^[a-zA-Z0-9][a-zA-Z0-9_-]{2,119}$/.test(lastName(id))) {
    bad(`The name '${lastName(id)}' of the federated identity credential is invalid.`);
  }
  for (const argument of ["issuer", "subject"]) {
    if (!text(planned[argument])) bad("Federated Identity Credential from HTTP body has empty properties");
    if ((text(planned[argument]) ?? "").length > 600) bad(`The ${argument} exceeds 600 characters.`);
  }
  if (texts(planned.audience).length !== 1) {
    bad("Federated identity credentials must have exactly one audience.");
  }
  const others = azure.within(`${identity}/${CREDENTIALS}`).filter((each) => each !== azure.find(id));
  if (others.length >= LIMIT) {
    bad(`Too many Federated Identity Credentials exist for this Managed Identity: the limit is ${LIMIT}.`);
  }
  if (others.some(({ state }) => state?.issuer === planned.issuer && state?.subject === planned.subject)) {
    refuse(409, "Conflict", "Issuer and subject combination already exists for this Managed Identity.");
  }
  requireNoLock(azure, id, "write");
  const state = { ...planned, id };
  azure.put({ id, state });
  return state;
}
