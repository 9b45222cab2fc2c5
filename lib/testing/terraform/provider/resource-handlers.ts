import { applyHandler } from "./apply-handler";
import { toDiagnostics } from "./diagnostics";
import type { Handler } from "./handler";
import { planHandler } from "./plan-handler";
import type { ServedProvider } from "./served-provider";
import { filled, NO_STATE, stateToWire } from "./state";
import { typeOfBlock } from "./type";
import { schemaProblems } from "./validate-config";
import { objectFromWire } from "./wire";

/** The calls about resources. */
export function resourceHandlers(provider: ServedProvider): Record<string, Handler> {
  return {
    ValidateResourceTypeConfig: {
      run: ({ type_name, config }) => {
        const block = provider.resource(type_name);
        const given = objectFromWire(config) ?? {};
        const problems = [
          ...schemaProblems(given, block),
          ...(provider.behaviour.resource(type_name).validate?.(given) ?? []),
        ];
        return { about: given, response: { diagnostics: toDiagnostics(problems, typeOfBlock(block)) } };
      },
    },
    // JSON in, the same JSON out: nothing is decoded, so that numbers stay exact.
    UpgradeResourceState: {
      run: ({ raw_state }) => ({ response: { upgraded_state: { json: raw_state.json } } }),
    },
    ReadResource: {
      run: ({ type_name, current_state }) => {
        const state = objectFromWire(current_state);
        if (state === null) return { response: { new_state: NO_STATE } };
        const behaviour = provider.behaviour.resource(type_name);
        if (!behaviour.read) return { about: state, response: { new_state: current_state } };
        const present = behaviour.read(state, provider.request(type_name));
        const what = `${type_name}: what its read returns`;
        return {
          about: state,
          response: {
            new_state: present === null ? NO_STATE : stateToWire(present, provider.resource(type_name), what),
          },
        };
      },
    },
    PlanResourceChange: planHandler(provider),
    ApplyResourceChange: applyHandler(provider),
    ImportResourceState: {
      run: ({ type_name, id }) => {
        const block = provider.resource(type_name);
        const behaviour = provider.behaviour.resource(type_name);
        const part = behaviour.import?.(id, provider.request(type_name)) ?? { id };
        const state = stateToWire(filled(part, block), block, `${type_name}: what its import returns`);
        return { response: { imported_resources: [{ type_name, state }] } };
      },
    },
  };
}
