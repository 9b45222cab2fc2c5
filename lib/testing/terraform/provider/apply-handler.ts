import { Failure, Refusal, type ResourceBehaviour } from "./behaviour";
import { thrownDiagnostic, type WireDiagnostic } from "./diagnostics";
import type { Handler } from "./handler";
import { allowsOldWays } from "./plan-handler";
import type { ServedProvider } from "./served-provider";
import { NO_STATE, stateToWire } from "./state";
import type { ObjectValue } from "./value";
import { objectFromWire } from "./wire";

/** What is planned is done. Where it is refused there is no answer, and Terraform keeps the state that it had. */
export function applyHandler(provider: ServedProvider): Handler {
  return {
    run: ({ type_name, prior_state, planned_state }) => {
      const block = provider.resource(type_name);
      const behaviour = provider.behaviour.resource(type_name);
      const request = provider.request(type_name);
      const prior = objectFromWire(prior_state);
      const planned = objectFromWire(planned_state);
      if (planned === null) {
        if (prior !== null) behaviour.delete?.(prior, request);
        return { about: prior, response: { new_state: NO_STATE } };
      }
      const made = prior === null ? "create" : "update";
      const { state, diagnostics } = outcomeOf(() =>
        prior === null ? behaviour.create(planned, request) : updateOf(behaviour)(planned, prior, request),
      );
      return {
        about: state,
        response: {
          new_state: stateToWire(state, block, `${type_name}: what its ${made} returns`),
          legacy_type_system: allowsOldWays(behaviour) && prior !== null,
          ...(diagnostics && { diagnostics }),
        },
      };
    },
  };
}

interface Outcome {
  readonly state: ObjectValue;
  readonly diagnostics?: WireDiagnostic[];
}

/** Of what was made and failed Terraform is told both. */
function outcomeOf(act: () => ObjectValue): Outcome {
  try {
    return { state: act() };
  } catch (thrown) {
    if (!(thrown instanceof Failure)) throw thrown;
    return { state: thrown.state, diagnostics: [thrownDiagnostic(thrown)] };
  }
}

/** As with the plugin SDK it is the apply that fails, and not the plan: `timeouts` of any resource can be changed. */
function updateOf(behaviour: ResourceBehaviour): NonNullable<ResourceBehaviour["update"]> {
  return (planned, prior, request) => {
    if (!behaviour.update) throw new Refusal("doesn't support update");
    return behaviour.update(planned, prior, request);
  };
}
