import { ATTACHED_IDENTITY_NAME_LIMIT } from "../azure/name-rules";
import { parseArmId } from "../model/arm-id";
import { actsOn } from "../model/azapi-host";
import type { Entry } from "../model/entry";
import { SCALE_SET_TYPES, VIRTUAL_MACHINE_TYPES } from "../model/host";
import { entryOf, type Model, statedText } from "../model/model";
import { literalText, type Value } from "../model/value";
import type { Rule, Violation } from "./rule";

export const attachedIdentityNameLength: Rule = {
  id: "attached-identity-name-length",
  title: `the name of an identity attached to a virtual machine or scale set has at most ${ATTACHED_IDENTITY_NAME_LIMIT} characters`,
  why: "Azure's guides give that limit for the assignment to work properly; Azure itself takes longer names today",
  source: "Azure, Manage user-assigned managed identities (note on the length of the name)",
  level: "error",
  rawLevel: "warning",
  check: (model) => {
    const reported = new Set<string>();
    return model.hosts
      .filter(
        ({ entry }) =>
          VIRTUAL_MACHINE_TYPES.has(entry.type) || SCALE_SET_TYPES.has(entry.type) || isOfAzapi(entry),
      )
      .flatMap(({ entry: host, identityIds = [] }) =>
        identityIds.flatMap((id): Violation[] => {
          const identity = attached(model, id);
          if (!identity || identity.name.length <= ATTACHED_IDENTITY_NAME_LIMIT) return [];
          const entry = host.own ? (identity.entry ?? host) : host;
          const key = [entry.stack, entry.address, identity.name].join("|");
          if (reported.has(key)) return [];
          reported.add(key);
          const message =
            `identity name "${identity.name}" has ${identity.name.length} characters and is attached to ${host.path}; ` +
            `allowed are ${ATTACHED_IDENTITY_NAME_LIMIT}, the limit that Azure documents for identities of virtual ` +
            "machines and scale sets; choose a shorter name, or accept this one with IdentityRules.acknowledge";
          return [isMadeHere(identity) ? { entry, message } : { entry, message, level: "warning" }];
        }),
      );
  },
};

function isOfAzapi(entry: Entry): boolean {
  const types = ["virtualMachines", "virtualMachineScaleSets"];
  return types.some((type) => actsOn(entry, `Microsoft.Compute/${type}`));
}

interface Attached {
  readonly name: string;
  readonly entry?: Entry;
}

/** The name of an identity that exists cannot be chosen any more. */
function isMadeHere({ entry }: Attached): boolean {
  return entry !== undefined && !entry.isData;
}

function attached(model: Model, id: Value): Attached | undefined {
  const text = literalText(id);
  if (text !== undefined) {
    const name = parseArmId(text)?.names.at(-1);
    return name === undefined ? undefined : { name };
  }
  const entry = id.kind === "reference" ? entryOf(model, id) : undefined;
  const name = entry && statedText(model, entry, "name");
  return name === undefined ? undefined : { name, entry: entry as Entry };
}
