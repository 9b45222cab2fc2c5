import type { Entry } from "./entry";
import { readLinked } from "./link";
import { entryOf, type Model } from "./model";
import { remembered } from "./remembered";
import { resourcesOf } from "./resources-of";
import type { Block } from "./terraform-json";
import type { Value } from "./value";

/** Names of the parameters of a run command that verifies an identity: what its script is told. */
export const VERIFICATION_PARAMETERS = {
  scope: "IDENTITY_SCOPE",
  principal: "IDENTITY_PRINCIPAL_ID",
  clientId: "IDENTITY_CLIENT_ID",
  apiVersion: "IDENTITY_API_VERSION",
} as const;

export const RUN_COMMAND_TYPE = "azurerm_virtual_machine_run_command";

/** A run command on a machine that checks what an identity of the machine can read. */
export interface Verification {
  readonly entry: Entry;
  readonly machine: Value | undefined;
  readonly scope: Value;
  readonly principal: Value;
  /** Of a user-assigned identity; none where the machine's own identity is meant. */
  readonly clientId: Value | undefined;
  readonly apiVersion: Value | undefined;
}

/** All verifications of a model. */
export const verificationsOf = remembered((model: Model): readonly Verification[] =>
  runCommandsOf(model).flatMap((entry) => readVerification(model, entry) ?? []),
);

/** Managed run commands of virtual machines. */
export function runCommandsOf(model: Model): readonly Entry[] {
  return resourcesOf(model, (type) => type === RUN_COMMAND_TYPE);
}

/** The machine that a run command is for, where this app makes it. */
export function machineOfCommand(model: Model, entry: Entry): Entry | undefined {
  const id = readLinked(entry.values.virtual_machine_id, entry.stack, model.links);
  const machine = id?.kind === "reference" && id.attribute === "id" ? entryOf(model, id) : undefined;
  return machine?.isData ? undefined : machine;
}

function readVerification(model: Model, entry: Entry): Verification | undefined {
  const parameters = [entry.values.parameter].flat() as (Block | undefined)[];
  const read = (raw: unknown) => readLinked(raw, entry.stack, model.links);
  const parameter = (name: string) => read(parameters.find((each) => each?.name === name)?.value);
  const scope = parameter(VERIFICATION_PARAMETERS.scope);
  const principal = parameter(VERIFICATION_PARAMETERS.principal);
  if (!scope || !principal) return undefined;
  return {
    entry,
    machine: read(entry.values.virtual_machine_id),
    scope,
    principal,
    clientId: parameter(VERIFICATION_PARAMETERS.clientId),
    apiVersion: parameter(VERIFICATION_PARAMETERS.apiVersion),
  };
}
