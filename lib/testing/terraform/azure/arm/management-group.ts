import type { ResourceBehaviour } from "../../provider/behaviour";
import type { ObjectValue } from "../../provider/value";
import { requireScope } from "../existence";
import { refuse, refuseExisting } from "../refuse";
import { settle } from "../settle";
import type { Azure } from "../store/azure";
import { guid } from "../store/guid";
import { sameId } from "../store/ids";
import { text } from "../values";
import { readAs } from "./read-as";

const ROOT = "/providers/Microsoft.Management/managementGroups";

/** Source: azurerm, internal/services/managementgroup/management_group_resource.go. */
export function managementGroup(azure: Azure): ResourceBehaviour {
  const write = (id: string, name: string, planned: ObjectValue, state: ObjectValue) => {
    const parent = text(state.parent_management_group_id);
    if (parent) requireScope(azure, parent);
    azure.put({ id, state, refersTo: parent ? [parent] : [] });
    return { ...planned, ...state, name };
  };
  const computed = (id: string, name: string): ObjectValue => ({
    id,
    name,
    display_name: name,
    tenant_scoped_id: `/tenants/${azure.tenantId}${id}`,
    parent_management_group_id: `${ROOT}/${azure.tenantId}`,
    subscription_ids: [],
  });
  return {
    leavesNestedComputedNull: true,
    replacedBy: ["name"],
    create(planned, { type, schema }) {
      const name = text(planned.name) ?? guid("management group", text(planned.display_name) ?? "");
      const id = `${ROOT}/${name}`;
      if (azure.find(id)) refuseExisting(id, type);
      if (!azure.find(`${ROOT}/${azure.tenantId}`)) azure.put({ id: `${ROOT}/${azure.tenantId}` });
      return write(
        id,
        name,
        planned,
        settle(planned, id, schema, (path) => computed(id, name)[path]),
      );
    },
    update(planned, prior, { schema }) {
      const [id, name] = [text(prior.id) ?? "", text(prior.name) ?? ""];
      return write(
        id,
        name,
        planned,
        settle(planned, id, schema, (path) => computed(id, name)[path]),
      );
    },
    read: (state) => readAs(state, azure.find(text(state.id) ?? "")),
    delete(prior) {
      const id = text(prior.id) ?? "";
      if (azure.all().some((each) => each.refersTo?.some((parent) => sameId(parent, id)))) {
        refuse(400, "BadRequest", `The management group ${id} has children and cannot be deleted.`);
      }
      azure.remove(id);
    },
  };
}
