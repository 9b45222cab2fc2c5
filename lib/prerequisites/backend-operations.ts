import type { Entry } from "../model/entry";
import { readLinked } from "../model/link";
import type { Model } from "../model/model";
import type { Block } from "../model/terraform-json";
import type { OperationKind, Requester, Subject } from "./operation";
import type { Place } from "./place";
import { placeholder, segmentOf } from "./placeholder";
import { subscriptionIn } from "./subscription";

const BLOBS = "Microsoft.Storage/storageAccounts/blobServices/containers/blobs";

/** What Terraform asks for to keep the state of a stack in a storage account, before anything else. */
export function backendRequester(model: Model, stack: string): Requester[] {
  const block = model.links.byPath.get(stack)?.json.terraform?.backend?.azurerm;
  const subject = { stack, address: "terraform.backend.azurerm", path: stack };
  return block ? [stateRequester(model, subject, subject.address, block, ["read", "write"])] : [];
}

/** The same for the state of another stack that one reads. */
export function remoteStateRequester(model: Model, entry: Entry): Requester[] {
  const { backend, config } = entry.values;
  if (backend !== "azurerm" || typeof config !== "object" || config === null) return [];
  return [stateRequester(model, entry, entry.type, config as Block, ["read"])];
}

/**
 * A key or a token in the configuration needs nothing of the one who deploys; without, it is asked for the key, or with
 * `use_azuread_auth` for the blobs themselves.
 *
 * Source: Terraform, backend type azurerm.
 */
function stateRequester(
  model: Model,
  subject: Subject,
  type: string,
  block: Block,
  verbs: readonly ("read" | "write")[],
): Requester {
  if (block.access_key !== undefined || block.sas_token !== undefined)
    return requester(subject, type, [], []);
  const account = accountOf(model, subject.stack, block);
  if (block.use_azuread_auth !== true && block.use_azuread_auth !== "true") {
    return requester(subject, type, [LIST_KEYS], account);
  }
  const name = named(model, subject.stack, block, "container_name");
  const container = [...account, "blobServices", "default", "containers", name];
  return requester(subject, type, verbs.map(blobKind), container);
}

function requester(subject: Subject, type: string, kinds: readonly OperationKind[], place: Place): Requester {
  return {
    subject,
    asked: { type, kinds, scopes: kinds.slice(0, 1).map(({ scope }) => scope) },
    places: [[place]],
  };
}

const LIST_KEYS: OperationKind = {
  phase: "configure",
  action: "Microsoft.Storage/storageAccounts/listKeys/action",
  isData: false,
  certainty: "conditional",
  why: "takes the key of the account that keeps the state",
  when: "ARM_ACCESS_KEY and ARM_SAS_TOKEN are not set",
  scope: "storageAccount",
};

function blobKind(verb: "read" | "write"): OperationKind {
  const action = `${BLOBS}/${verb}`;
  const why = `${verb}s the state`;
  return { phase: "configure", action, isData: true, certainty: "always", why, scope: "container" };
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
