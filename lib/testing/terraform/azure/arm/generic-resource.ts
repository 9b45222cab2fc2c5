import type { ResourceBehaviour } from "../../provider/behaviour";
import { genericKind } from "../kinds/generic";
import type { Azure } from "../store/azure";
import { argumentsOf } from "./arguments";
import { armResource } from "./arm-resource";
import { planLocation } from "./location";

/** A resource that no rule is written for; the store notes its type. */
export function genericResource(azure: Azure, type: string): ResourceBehaviour {
  const common = armResource(azure, { id: "" });
  return {
    ...common,
    plan(change) {
      azure.generic.add(type);
      const { planned, replacedBy = [] } = planLocation(change);
      const own = argumentsOf(genericKind(type, change.prior ?? change.planned).id);
      const present = own.filter((name) => name in change.planned);
      return { ...(planned && { planned }), replacedBy: [...replacedBy, ...present] };
    },
    create(planned, request) {
      azure.generic.add(type);
      return armResource(azure, genericKind(type, planned)).create(planned, request);
    },
  };
}
