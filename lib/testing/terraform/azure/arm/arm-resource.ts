import type { Problem, Request, ResourceBehaviour } from "../../provider/behaviour";
import type { ObjectValue } from "../../provider/value";
import { checked } from "../checks/check";
import { COMMON } from "../checks/common";
import { identityChecks } from "../checks/identity";
import { requireParents, requireReferred } from "../existence";
import { attach } from "../identity/attach";
import { identityBlocks, wantedIdentities, writtenIdentityBlocks } from "../identity/block";
import type { Kind } from "../kinds/kind";
import { requireNoLock } from "../locks";
import { refuseExisting } from "../refuse";
import type { Azure } from "../store/azure";
import { found, text, texts } from "../values";
import { argumentsOf, idFrom } from "./arguments";
import { planLocation } from "./location";
import { requireName } from "./names";
import { completed, described } from "./shown";
import { requireUnused } from "./use";

/** How azurerm acts on a resource that a table describes. */
export function armResource(azure: Azure, kind: Kind): ResourceBehaviour {
  return {
    leavesNestedComputedNull: true,
    replacedBy: [...new Set([...argumentsOf(kind.id), ...(kind.replacedBy ?? [])])],
    validate: (config) => problems(kind, config),
    plan: planLocation,
    create(planned, request) {
      kind.atApply?.(planned);
      const id = idFrom(kind.id, planned, azure.subscriptionOf(request.provider)) ?? "";
      if (azure.find(id)) refuseExisting(id, request.type);
      requireName(azure, kind, id);
      return write(azure, kind, id, planned, request);
    },
    update: (planned, prior, request) => write(azure, kind, text(prior.id) ?? "", planned, request),
    delete(prior) {
      const id = text(prior.id) ?? "";
      requireNoLock(azure, id, "delete");
      requireUnused(azure, kind, id);
      azure.remove(id);
    },
    read: (state, request) => readResource(azure, kind, state, request),
  };
}

function problems(kind: Kind, config: ObjectValue): Problem[] {
  const identity = "identity" in config ? identityChecks(kind.identity ?? "both") : {};
  return [
    ...checked(config, { ...COMMON, ...identity, ...kind.checks }),
    ...(kind.combinations?.(config) ?? []),
  ];
}

function write(azure: Azure, kind: Kind, id: string, planned: ObjectValue, request: Request): ObjectValue {
  const wanted = wantedIdentities(planned);
  requireParents(azure, id);
  requireNoLock(azure, id, "write");
  const refersTo = (kind.refersTo ?? []).flatMap((path) =>
    found(planned, path).flatMap(({ value }) => [...texts(value), ...texts([value])]),
  );
  for (const each of refersTo) requireReferred(azure, id, each);
  const identities = attach(azure, id, wanted);
  const state = completed(azure, kind, id, planned, request.schema);
  if ("identity" in planned) {
    const shown = identityBlocks(azure, identities, state.identity, request.schema);
    state.identity = writtenIdentityBlocks(shown, wanted.ids);
  }
  azure.put({ id, state, refersTo, ...(identities && { identities }) });
  return state;
}

function readResource(azure: Azure, kind: Kind, state: ObjectValue, request: Request): ObjectValue | null {
  const stored = azure.find(text(state.id) ?? "");
  if (!stored) return null;
  const shown: ObjectValue = { ...(stored.state ?? described(azure, kind, stored, request)) };
  if ("timeouts" in state) shown.timeouts = state.timeouts ?? null;
  if ("identity" in shown) {
    shown.identity = identityBlocks(azure, stored.identities, shown.identity, request.schema);
  }
  return shown;
}
