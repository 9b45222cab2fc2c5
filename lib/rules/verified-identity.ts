import { actsOnAnother } from "../model/acts-on-another";
import { type Entry, ignoresChanges } from "../model/entry";
import { type Host, VIRTUAL_MACHINE_TYPES } from "../model/host";
import { IDENTITY_TYPE } from "../model/identity";
import { identityKey, identityPlace } from "../model/identity-place";
import { entryOf, type Model } from "../model/model";
import { managedIdentityOf } from "../model/principal";
import { type Reference, showValue, type Value, valueKey } from "../model/value";
import { machineOfCommand, type Verification, verificationsOf } from "../model/verification";
import type { Rule } from "./rule";

export const verifiedIdentity: Rule = {
  id: "verified-identity",
  title: "an identity is verified on a machine that has it",
  why: "a machine gets tokens for its own identities only: the check fails when the stack is applied",
  source:
    "Azure, How to use managed identities on an Azure VM to acquire an access token (identity not found)",
  level: "error",
  rawLevel: "error",
  check: (model) => {
    const hosts = new Map(model.hosts.map((host) => [host.entry, host]));
    return verificationsOf(model).flatMap((verification) => {
      const { entry } = verification;
      const machine = machineOfCommand(model, entry);
      if (!machine || !VIRTUAL_MACHINE_TYPES.has(machine.type)) return [];
      if (machine.repeated || ignoresChanges(machine, "identity")) return [];
      const host = hosts.get(machine);
      const message = verification.clientId
        ? userProblem(model, verification.clientId, machine, host)
        : systemProblem(model, verification, machine, host);
      return message ? [{ entry, message }] : [];
    });
  },
};

function userProblem(
  model: Model,
  clientId: Value,
  machine: Entry,
  host: Host | undefined,
): string | undefined {
  const isUnknown = host !== undefined && host.identityIds === undefined;
  if (isUnknown || clientId.kind !== "reference" || clientId.attribute !== "client_id") return undefined;
  const wanted: Reference = { ...clientId, attribute: "id" };
  const attached = host?.identityIds ?? [];
  if (attached.some((id) => canBeSame(model, id, wanted))) return undefined;
  return (
    `identity "${showValue(clientId)}" is verified on ${machine.path}, which does not have it; allowed is an identity of ` +
    "the machine; attach it with userAssignedIdentities, or verify it where it is attached"
  );
}

/** What is not known of one of two can make them the same. */
function canBeSame(model: Model, one: Value, other: Value): boolean {
  if (valueKey(one) === valueKey(other)) return true;
  if (isMade(model, one) && isMade(model, other)) return false;
  if (!identityPlace(model, one) || !identityPlace(model, other)) return true;
  return identityKey(model, one) === identityKey(model, other);
}

/** Whether an id is that of an identity which the app makes: two of these are never the same. */
function isMade(model: Model, id: Value): boolean {
  const entry = id.kind === "reference" && id.attribute === "id" ? entryOf(model, id) : undefined;
  return entry?.type === IDENTITY_TYPE && !entry.isData && !entry.repeated;
}

function systemProblem(
  model: Model,
  { principal }: Verification,
  machine: Entry,
  host: Host | undefined,
): string | undefined {
  const target = managedIdentityOf(model, principal);
  if (!target) return undefined;
  const given = `principal "${showValue(principal)}" is verified on ${machine.path}`;
  if (target.type === IDENTITY_TYPE) {
    return (
      `${given} as a user-assigned identity without its client id; allowed is an identity with one, or the machine's ` +
      "own; pass the identity itself"
    );
  }
  // A machine that is looked up under a name that is not known may be this one.
  if (target !== machine && actsOnAnother(target)) return undefined;
  if (target !== machine) {
    return (
      `${given} and is the system-assigned identity of ${target.path}; allowed is an identity of the machine; verify ` +
      "it on the machine that it belongs to"
    );
  }
  if (host !== undefined && host.hasSystemIdentity !== false) return undefined;
  return (
    `${given}, which has no system-assigned identity; allowed is a machine with one; make it a VmWithSystemIdentity, or ` +
    "verify a user-assigned identity"
  );
}
