import type { Entry } from "../model/entry";
import type { Model } from "../model/model";
import { remembered } from "../model/remembered";
import { backendOperations, remoteStateOperations } from "./backend-operations";
import type { Needs, NotCovered, Operation } from "./operation";
import { providerOperations } from "./provider-operations";
import { resourceOperations } from "./resource-operations";

/** Providers that ask nothing of Azure. */
const ELSEWHERE = /^(?:archive|cloudinit|external|http|local|null|random|terraform|time|tls)_/;

/**
 * Everything that Terraform asks of Azure to make, read, change and delete what the stacks of a model say, and the
 * resources for which that is not known.
 */
export const needsOf = remembered((model: Model): Needs => {
  const operations: Operation[] = [];
  const notCovered: NotCovered[] = [];
  const usedByStack = new Map(model.stacks.map(({ path }) => [path, new Set<string>()]));
  for (const entry of model.entries) {
    const found = operationsOfEntry(model, entry);
    if (!found) notCovered.push({ subject: entry, reason: reasonOf(entry) });
    const used = entry.type.startsWith("azurerm_") ? usedByStack.get(entry.stack) : undefined;
    used?.add("");
    for (const operation of found ?? []) {
      operations.push(operation);
      used?.add(namespaceOf(operation.action));
    }
  }
  for (const [stack, used] of usedByStack) {
    operations.push(...backendOperations(model, stack));
    if (used.size === 0) continue;
    used.delete("");
    operations.push(...providerOperations(model, stack, used));
  }
  return { operations, notCovered };
});

/** What one of several stacks needs. */
export function needsOfStack({ operations, notCovered }: Needs, stack: string): Needs {
  return {
    operations: operations.filter(({ subject }) => subject.stack === stack),
    notCovered: notCovered.filter(({ subject }) => subject.stack === stack),
  };
}

function operationsOfEntry(model: Model, entry: Entry): Operation[] | undefined {
  if (entry.type === "terraform_remote_state") return remoteStateOperations(model, entry);
  return ELSEWHERE.test(entry.type) ? [] : resourceOperations(model, entry);
}

function reasonOf({ type }: Entry): string {
  if (type.startsWith("azuread_"))
    return `${type} is a matter of permissions in Microsoft Graph, not of roles of Azure`;
  return `what Azure is asked for with ${type} is not known`;
}

function namespaceOf(action: string): string {
  return action.slice(0, action.indexOf("/"));
}
