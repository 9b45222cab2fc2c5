import type { Problem, ResourceBehaviour } from "../../provider/behaviour";
import type { ObjectValue } from "../../provider/value";
import { isObjectValue } from "../../provider/value";
import { requireNoLock } from "../locks";
import type { Azure } from "../store/azure";
import { isGiven, text } from "../values";
import { bodyOf, keptOf, merged } from "./body";
import { objectIn } from "./dynamic";
import { putIdentity } from "./identity";
import { outputOf } from "./output";
import { requireTarget, settled, targetId } from "./target";

/**
 * Merges a body into what is there, puts the whole back, and forgets it when it is destroyed. Source: azapi,
 * internal/services/azapi_update_resource.go.
 */
export function updateResource(azure: Azure): ResourceBehaviour {
  const write = (planned: ObjectValue): ObjectValue => {
    const id = targetId(planned);
    const target = requireTarget(azure, id, text(planned.type) ?? "");
    requireNoLock(azure, id, "write");
    const body = merged(bodyOf(azure, target), objectIn(planned.body));
    const whole = isObjectValue(body) ? body : {};
    const identities = putIdentity(azure, id, isObjectValue(whole.identity) ? whole.identity : undefined);
    const { identities: _, ...rest } = target;
    const stored = { ...rest, body: keptOf(whole), ...(identities && { identities }) };
    azure.put(stored);
    return settled(planned, {
      id,
      resource_id: id,
      ignore_casing: false,
      ignore_missing_property: true,
      output: outputOf(planned.response_export_values, bodyOf(azure, stored)),
    });
  };
  return {
    replacedBy: ["resource_id", "name", "parent_id"],
    validate: problems,
    create: write,
    update: write,
  };
}

function problems(config: ObjectValue): Problem[] {
  const isWhole = isGiven(config.resource_id);
  const isParts = isGiven(config.name) && isGiven(config.parent_id);
  if (isWhole !== isParts && (isParts || !(isGiven(config.name) || isGiven(config.parent_id)))) return [];
  return [
    {
      summary: "Invalid configuration",
      detail: "either `resource_id`, or both `name` and `parent_id`, must be specified",
    },
  ];
}
