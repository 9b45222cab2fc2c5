import { isDeepStrictEqual } from "node:util";
import type { TerraformJson } from "./run/json-configuration";

/** Where a stack keeps its state: the one block under `terraform.backend`, as type and settings. */
export interface Backend {
  readonly type: string;
  readonly config: unknown;
}

/** A backend that a stack really has, and the file that stands in for it. */
export interface StandInState {
  readonly backend: Backend;
  readonly path: string;
}

interface RemoteState extends Backend {
  readonly backend: string;
}

/** `undefined` where the stack says nothing of it, or keeps its state in Terraform Cloud. */
export function backendOf({ terraform }: TerraformJson): Backend | undefined {
  const { backend } = (terraform ?? {}) as { readonly backend?: { readonly [type: string]: unknown } };
  const [entry] = Object.entries(backend ?? {});
  return entry && { type: entry[0], config: entry[1] };
}

/** The stack with each remote state of a stack that is run beside it read from the file that stands in for it. */
export function withLinkedStates(json: TerraformJson, states: readonly StandInState[]): TerraformJson {
  const { data } = json as {
    readonly data?: { readonly terraform_remote_state?: Record<string, RemoteState> };
  };
  if (!data?.terraform_remote_state) return json;
  const linked = Object.entries(data.terraform_remote_state).map(([name, remote]) => {
    const { backend: type, config } = remote;
    const state = states.find(
      ({ backend }) => backend.type === type && isDeepStrictEqual(backend.config, config),
    );
    return [name, state ? { ...remote, backend: "local", config: { path: state.path } } : remote];
  });
  return { ...json, data: { ...data, terraform_remote_state: Object.fromEntries(linked) } };
}
