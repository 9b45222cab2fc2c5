import type { ResourceBehaviour } from "./behaviour";
import { toDiagnostics } from "./diagnostics";
import type { Handler } from "./handler";
import { planNew, planUpdate } from "./plan";
import { replacingPaths } from "./replacement";
import type { ServedProvider } from "./served-provider";
import { plannedToWire } from "./state";
import { typeOfBlock } from "./type";
import { objectFromWire } from "./wire";
import { toWirePath } from "./wire-path";

/** The plan of one resource. Terraform asks again, without a prior state, where the answer is a replacement. */
export function planHandler(provider: ServedProvider): Handler {
  return {
    run: ({ type_name, prior_state, proposed_new_state, config }) => {
      const proposed = objectFromWire(proposed_new_state);
      if (proposed === null) return { response: { planned_state: proposed_new_state } };

      const block = provider.resource(type_name);
      const type = typeOfBlock(block);
      const behaviour = provider.behaviour.resource(type_name);
      const prior = objectFromWire(prior_state);
      const common =
        prior === null
          ? planNew(proposed, block)
          : behaviour.leavesNestedComputedNull
            ? proposed
            : planUpdate(prior, proposed, block);
      const own = behaviour.plan?.({ prior, planned: common, config: objectFromWire(config) ?? {} });
      const planned = own?.planned ?? common;
      const replacedBy = [...new Set([...(behaviour.replacedBy ?? []), ...(own?.replacedBy ?? [])])];
      // Nothing replaces what is new; its paths are looked at none the less, so that a wrong one comes out at once.
      const replacing = replacingPaths(prior ?? planned, planned, type, replacedBy);
      return {
        about: prior ?? planned,
        response: {
          planned_state: plannedToWire(planned, block, `${type_name}: what its behaviour plans`),
          requires_replace: replacing.map((path) => toWirePath(path, type)),
          legacy_type_system: allowsOldWays(behaviour) && (prior !== null || own?.hasComputedBlocks === true),
          diagnostics: toDiagnostics(own?.problems ?? [], type),
        },
      };
    },
  };
}

/** Terraform accepts what the older plugin SDK does only from those who say that they are on it. */
export function allowsOldWays(behaviour: ResourceBehaviour): boolean {
  return behaviour.leavesNestedComputedNull ?? false;
}
