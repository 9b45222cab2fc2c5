import { Refusal, type Request, type ResourceBehaviour } from "../../provider/behaviour";
import { resourceGroupName } from "../checks/common";
import { KINDS } from "../kinds/kinds";
import { requireNoLock } from "../locks";
import type { Azure } from "../store/azure";
import { lastName, sameId } from "../store/ids";
import { blocks, text } from "../values";
import { armResource } from "./arm-resource";

/** Source: azurerm, internal/services/resource/resource_group_resource.go; features of the provider. */
export function resourceGroup(azure: Azure): ResourceBehaviour {
  const kind = KINDS.azurerm_resource_group ?? { id: "" };
  return {
    ...armResource(azure, { ...kind, checks: { name: resourceGroupName } }),
    delete(prior, request) {
      const id = text(prior.id) ?? "";
      const inside = azure.within(id).filter((each) => !sameId(each.id, id) && !AUTHORIZATION.test(each.id));
      if (inside.length > 0 && preventsDeletion(request)) {
        throw new Refusal(
          `deleting Resource Group "${lastName(id)}": the Resource Group still contains Resources.`,
          `Terraform is configured to check for Resources within the Resource Group when deleting the Resource Group - and raise an error if nested Resources still exist to avoid unintentionally deleting these Resources.\n\n${inside.map((each) => `* \`${each.id}\``).join("\n")}`,
        );
      }
      requireNoLock(azure, id, "delete");
      azure.remove(id);
    },
  };
}

/** Roles and locks are no content of a group. */
const AUTHORIZATION = /\/providers\/microsoft\.authorization\/[^/]+\/[^/]+$/i;

function preventsDeletion({ provider }: Request): boolean {
  const [features] = blocks(provider.features);
  const [group] = blocks(features?.resource_group);
  return group?.prevent_deletion_if_contains_resources !== false;
}
