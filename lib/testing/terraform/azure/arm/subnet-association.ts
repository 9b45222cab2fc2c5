import type { ResourceBehaviour } from "../../provider/behaviour";
import { requireReferred, requireScope } from "../existence";
import { refuseExisting } from "../refuse";
import type { Azure } from "../store/azure";
import { text } from "../values";
import { readAs } from "./read-as";

/**
 * No resource of Azure: its id is that of the subnet. Source: azurerm, internal/services/network,
 * subnet_network_security_group_association_resource.go.
 */
export function subnetAssociation(azure: Azure): ResourceBehaviour {
  const place = (subnet: string) => `${subnet}/associations/networkSecurityGroup`;
  return {
    replacedBy: ["subnet_id", "network_security_group_id"],
    create(planned, { type }) {
      const subnet = text(planned.subnet_id) ?? "";
      const group = text(planned.network_security_group_id) ?? "";
      requireScope(azure, subnet);
      requireReferred(azure, subnet, group);
      if (azure.find(place(subnet))) refuseExisting(subnet, type);
      const state = { ...planned, id: subnet };
      azure.put({ id: place(subnet), state, refersTo: [group] });
      return state;
    },
    read: (state) => readAs(state, azure.find(place(text(state.id) ?? ""))),
    delete: (prior) => azure.remove(place(text(prior.id) ?? "")),
  };
}
