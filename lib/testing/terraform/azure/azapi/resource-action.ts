import type { ResourceBehaviour } from "../../provider/behaviour";
import type { ObjectValue } from "../../provider/value";
import { isObjectValue, UNKNOWN } from "../../provider/value";
import { requireNoLock } from "../locks";
import { refuse } from "../refuse";
import type { Azure } from "../store/azure";
import { inWords, isGiven, text } from "../values";
import { bodyOf, keptOf, merged } from "./body";
import { objectIn } from "./dynamic";
import { patchIdentity } from "./identity";
import { outputOf } from "./output";
import { settled } from "./target";

/**
 * One request, at apply or at destroy. Only a PATCH of a resource itself changes something here. With another body its
 * answer is not known before. Source: azapi, docs/resources/resource_action.md and
 * internal/services/azapi_resource_action_resource.go (ModifyPlan).
 */
export function resourceAction(azure: Azure): ResourceBehaviour {
  const onApply = (planned: ObjectValue): ObjectValue => {
    const computed = {
      id: text(planned.resource_id) ?? "",
      method: "POST",
      when: "apply",
      output: null,
      exist: true,
    };
    return text(planned.when) === "destroy"
      ? settled(planned, computed)
      : settled(planned, { ...computed, ...send(azure, planned) });
  };
  return {
    replacedBy: ["resource_id", "action"],
    plan: ({ prior, planned }) => {
      const isSame =
        prior === null || inWords({ body: prior.body ?? null }) === inWords({ body: planned.body ?? null });
      const answers = text(planned.when) === "destroy" ? ["output"] : ["output", "exist"];
      return isSame
        ? {}
        : { planned: { ...planned, ...Object.fromEntries(answers.map((name) => [name, UNKNOWN])) } };
    },
    create: onApply,
    update: onApply,
    delete(prior) {
      if (text(prior.when) === "destroy") send(azure, prior);
    },
  };
}

function send(azure: Azure, planned: ObjectValue): ObjectValue {
  const id = text(planned.resource_id) ?? "";
  const target = azure.find(id);
  if (!target) {
    if (planned.ignore_not_found === true) return { exist: false };
    refuse(404, "ResourceNotFound", `The Resource '${id}' was not found.`);
  }
  const isPatch = text(planned.method) === "PATCH" && !isGiven(planned.action);
  if (isPatch) {
    requireNoLock(azure, id, "write");
    const body = objectIn(planned.body);
    const { identities: present, ...rest } = target;
    const identities = isObjectValue(body.identity) ? patchIdentity(azure, id, body.identity) : present;
    const whole = merged(bodyOf(azure, target), keptOf(body));
    azure.put({
      ...rest,
      body: keptOf(isObjectValue(whole) ? whole : {}),
      ...(identities && { identities }),
    });
  }
  return { output: outputOf(planned.response_export_values, bodyOf(azure, azure.find(id) ?? target)) };
}
