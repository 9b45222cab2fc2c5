import { join } from "node:path";
import { loadPackageDefinition, type ServiceClientConstructor, type ServiceDefinition } from "@grpc/grpc-js";
import { loadSync } from "@grpc/proto-loader";
import type { WireDiagnostic } from "./diagnostics";
import type { WireValue } from "./wire";

/** The version of the protocol that is spoken, which is also the number in the name of its package. */
export const PROTOCOL_VERSION = 5;

/** What requests carry, as far as any handler reads it. Which of these a request has depends on the call. */
export interface RpcRequest {
  readonly type_name: string;
  readonly id: string;
  readonly config: WireValue;
  readonly current_state: WireValue;
  readonly prior_state: WireValue;
  readonly planned_state: WireValue;
  readonly proposed_new_state: WireValue;
  readonly raw_state: { readonly json: Uint8Array };
}

export interface RpcResponse {
  readonly diagnostics?: readonly WireDiagnostic[];
  readonly [field: string]: unknown;
}

let service: ServiceDefinition | undefined;

/** The calls of a provider, read once. */
export function providerService(): ServiceDefinition {
  if (service === undefined) {
    const options = { keepCase: true, longs: Number, enums: String, defaults: true, oneofs: true };
    const proto = loadPackageDefinition(loadSync(join(__dirname, "tfplugin5.proto"), options));
    const { Provider } = proto.tfplugin5 as unknown as { Provider: ServiceClientConstructor };
    service = Provider.service;
  }
  return service;
}
