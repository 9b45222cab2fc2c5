import type { DataSourceBehaviour, ResourceBehaviour } from "../../provider/behaviour";
import type { ObjectValue } from "../../provider/value";
import { readAs } from "../arm/read-as";
import { answer } from "../data/answer";
import { requireParents } from "../existence";
import { attach } from "../identity/attach";
import { identityBlocks, wantedIdentities } from "../identity/block";
import { requireNoLock } from "../locks";
import { refuseExisting } from "../refuse";
import type { Azure } from "../store/azure";
import { text } from "../values";
import { bodyOf, keptOf } from "./body";
import { objectIn } from "./dynamic";
import { putIdentity } from "./identity";
import { outputOf } from "./output";
import { requireTarget, settled, targetId } from "./target";

/** Source: azapi, docs/resources/resource.md. */
export function azapiResource(azure: Azure): ResourceBehaviour {
  const write = (id: string, planned: ObjectValue): ObjectValue => {
    requireParents(azure, id);
    requireNoLock(azure, id, "write");
    const body = objectIn(planned.body);
    const { identity } = body;
    const identities =
      typeof identity === "object" && identity !== null && !Array.isArray(identity)
        ? putIdentity(azure, id, identity)
        : attach(azure, id, wantedIdentities(planned));
    const location = text(planned.location);
    const kept = { ...keptOf(body), ...(location && { location }) };
    const stored = { id, body: kept, ...(identities && { identities }) };
    const state = settled(planned, {
      id,
      location: location ?? null,
      output: outputOf(planned.response_export_values, bodyOf(azure, stored)),
      ignore_casing: false,
      ignore_missing_property: true,
      ignore_null_property: false,
      schema_validation_enabled: true,
    });
    if ("identity" in state) state.identity = identityBlocks(azure, identities, state.identity, undefined);
    azure.put({ ...stored, azapiState: state });
    return state;
  };
  return {
    replacedBy: ["type", "name", "parent_id", "location"],
    create(planned, { type }) {
      const id = targetId(planned);
      if (azure.find(id)) refuseExisting(id, type);
      return write(id, planned);
    },
    update: (planned, prior) => write(text(prior.id) ?? "", planned),
    read(state) {
      const stored = azure.find(text(state.id) ?? "");
      return readAs(state, stored && { id: stored.id, state: stored.azapiState });
    },
    delete(prior) {
      const id = text(prior.id) ?? "";
      requireNoLock(azure, id, "delete");
      azure.remove(id);
    },
  };
}

export function azapiResourceData(azure: Azure): DataSourceBehaviour {
  return {
    read(config, { schema }) {
      const id = targetId(config);
      const target = requireTarget(azure, id, text(config.type) ?? "");
      const output = outputOf(config.response_export_values, bodyOf(azure, target));
      const identity = identityBlocks(azure, target.identities, undefined, undefined);
      const known: ObjectValue = {
        id,
        resource_id: id,
        exists: true,
        output,
        identity,
        name: null,
        parent_id: null,
      };
      return answer(config, known, id, schema);
    },
  };
}
