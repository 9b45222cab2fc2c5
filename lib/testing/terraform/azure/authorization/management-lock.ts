import type { ResourceBehaviour } from "../../provider/behaviour";
import { readAs } from "../arm/read-as";
import { all, checked, matches } from "../checks/check";
import { atMost, oneOf } from "../checks/sdk";
import { requireScope } from "../existence";
import { refuse, refuseExisting } from "../refuse";
import type { Azure } from "../store/azure";
import { text } from "../values";

/** Source: Azure, Management Locks REST API (lockName). */
const NOT_IN_NAMES = /[<>%&:\\?/]|\p{Cc}/u;

/** Source: azurerm, internal/services/resource/management_lock_resource.go. */
export function managementLock(azure: Azure): ResourceBehaviour {
  return {
    leavesNestedComputedNull: true,
    replacedBy: ["name", "scope", "lock_level", "notes"],
    validate: (config) =>
      checked(config, {
        name: all(matches(/[A-Za-z0-9-_]/, "Invalid characters in the name"), atMost(259)),
        lock_level: oneOf("CanNotDelete", "ReadOnly"),
        notes: atMost(512),
      }),
    create(planned, { type }) {
      const scope = text(planned.scope) ?? "";
      const name = text(planned.name) ?? "";
      if (NOT_IN_NAMES.test(name)) refuse(400, "InvalidResourceName", `Resource name ${name} is invalid.`);
      const id = `${scope}/providers/Microsoft.Authorization/locks/${name}`;
      if (azure.find(id)) refuseExisting(id, type);
      requireScope(azure, scope);
      const state = { ...planned, id };
      azure.put({ id, state });
      return state;
    },
    read: (state) => readAs(state, azure.find(text(state.id) ?? "")),
    delete: (prior) => azure.remove(text(prior.id) ?? ""),
  };
}
