import type { Entry } from "../model/entry";
import { readLinked } from "../model/link";
import type { Model } from "../model/model";
import type { Block } from "../model/terraform-json";
import type { Operation, Subject } from "./operation";
import type { Place } from "./place";
import { placeholder, segmentOf } from "./placeholder";
import { subscriptionIn } from "./subscription";

const BLOBS = "Microsoft.Storage/storageAccounts/blobServices/containers/blobs";

/** What Terraform asks for to keep the state of a stack in a storage account, before anything else. */
export function backendOperations(model: Model, stack: string): Operation[] {
  const block = model.links.byPath.get(stack)?.json.terraform?.backend?.azurerm;
  const subject = { stack, address: "terraform.backend.azurerm", path: stack };
  return block ? stateOperations(model, subject, block, ["read", "write"]) : [];
}

/** The same for the state of another stack that one reads. */
export function remoteStateOperations(model: Model, entry: Entry): Operation[] {
  const { backend, config } = entry.values;
  if (backend !== "azurerm" || typeof config !== "object" || config === null) return [];
  return stateOperations(model, entry, config as Block, ["read"]);
}

/**
 * A key or a token in the configuration needs nothing of the one who deploys; without, it is asked for the key, or with
 * `use_azuread_auth` for the blobs themselves.
 *
 * Source: Terraform, backend type azurerm.
 */
function stateOperations(
  model: Model,
  subject: Subject,
  block: Block,
  verbs: readonly ("read" | "write")[],
): Operation[] {
  if (block.access_key !== undefined || block.sas_token !== undefined) return [];
  const account = accountOf(model, subject.stack, block);
  const of = (action: string, place: Place, why: string, isData: boolean): Operation => ({
    subject,
    phase: "configure",
    action,
    isData,
    place,
    certainty: "always",
    why,
  });
  if (block.use_azuread_auth !== true && block.use_azuread_auth !== "true") {
    const key = of(
      "Microsoft.Storage/storageAccounts/listKeys/action",
      account,
      "takes the key of the account that keeps the state",
      false,
    );
    const certainty = {
      certainty: "conditional",
      when: "ARM_ACCESS_KEY and ARM_SAS_TOKEN are not set",
    } as const;
    return [{ ...key, ...certainty }];
  }
  const container = [
    ...account,
    "blobServices",
    "default",
    "containers",
    named(model, subject.stack, block, "container_name"),
  ];
  return verbs.map((verb) => of(`${BLOBS}/${verb}`, container, `${verb}s the state`, true));
}

function accountOf(model: Model, stack: string, block: Block): Place {
  const name = (argument: string) => named(model, stack, block, argument);
  const group = [...subscriptionIn(model, stack, block), "resourceGroups", name("resource_group_name")];
  return [...group, "providers", "Microsoft.Storage", "storageAccounts", name("storage_account_name")];
}

/** What is left out comes from the configuration that `terraform init` is given. */
function named(model: Model, stack: string, block: Block, argument: string): string {
  const value = readLinked(block[argument], stack, model.links);
  return value ? segmentOf(model, value) : placeholder(stack, `${argument} of the backend`);
}
