import type { ResourceBehaviour } from "../../provider/behaviour";
import { readAs } from "../arm/read-as";
import { checked } from "../checks/check";
import { uuid } from "../checks/sdk";
import { refuse, refuseExisting } from "../refuse";
import type { Azure } from "../store/azure";
import { text } from "../values";

/** Source: azuread, internal/services/groups/group_member_resource.go. */
export function groupMember(azure: Azure): ResourceBehaviour {
  return {
    replacedBy: ["group_object_id", "member_object_id"],
    validate: (config) => checked(config, { group_object_id: uuid, member_object_id: uuid }),
    create(planned, { type }) {
      const [group = "", member = ""] = [text(planned.group_object_id), text(planned.member_object_id)];
      const found = azure.principals.find(group);
      if (!found || (found.type ?? "Group") !== "Group") refuseMissing(group);
      if (!azure.principals.find(member)) refuseMissing(member);
      const id = `${group}/member/${member}`;
      if (azure.find(id)) refuseExisting(id, type);
      const state = { ...planned, id };
      azure.put({ id, state });
      return state;
    },
    read: (state) => readAs(state, azure.find(text(state.id) ?? "")),
    delete: (prior) => azure.remove(text(prior.id) ?? ""),
  };
}

function refuseMissing(id: string): never {
  refuse(
    404,
    "Request_ResourceNotFound",
    `Resource '${id}' does not exist or one of its queried reference-property objects are not present.`,
  );
}
