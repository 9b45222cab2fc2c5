import type { ResourceBehaviour } from "../../provider/behaviour";
import { readAs } from "../arm/read-as";
import { checked, matches } from "../checks/check";
import { refuse } from "../refuse";
import type { Azure } from "../store/azure";
import { guid } from "../store/guid";
import { lastName } from "../store/ids";
import { text } from "../values";

const LIMIT = 20;

/** Source: azuread, docs/resources/application_federated_identity_credential.md. */
export function applicationCredential(azure: Azure): ResourceBehaviour {
  return {
    replacedBy: ["application_id", "display_name"],
    validate: (config) =>
      checked(config, { application_id: matches(/^\/applications\/[^/]+$/, "is not an application ID") }),
    create(planned) {
      const application = text(planned.application_id) ?? "";
      if (!azure.find(application)) {
        refuse(404, "Request_ResourceNotFound", `Resource '${lastName(application)}' does not exist.`);
      }
      const all = azure.within(`${lastName(application)}/federatedIdentityCredential`);
      if (all.length >= LIMIT) {
        refuse(
          400,
          "Request_BadRequest",
          `An application can have at most ${LIMIT} federated identity credentials.`,
        );
      }
      const { issuer, subject } = planned;
      if (all.some(({ state }) => state?.issuer === issuer && state?.subject === subject)) {
        refuse(
          400,
          "InvalidFederatedIdentityCredentialValue",
          "The combination of issuer and subject must be unique for the application.",
        );
      }
      const credential = guid(application, text(planned.display_name) ?? "");
      const id = `${lastName(application)}/federatedIdentityCredential/${credential}`;
      const state = { ...planned, id, credential_id: credential };
      azure.put({ id, state });
      return state;
    },
    update(planned, prior) {
      azure.put({ id: text(prior.id) ?? "", state: planned });
      return planned;
    },
    read: (state) => readAs(state, azure.find(text(state.id) ?? "")),
    delete: (prior) => azure.remove(text(prior.id) ?? ""),
  };
}
