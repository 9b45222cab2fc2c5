import { bystanderId } from "./bystander";
import type { Address } from "./listen";
import { PROTOCOL_VERSION } from "./protocol";

export interface ServedAt {
  /** As Terraform writes it: `hashicorp/azurerm`. */
  readonly source: string;
  readonly address: Address;
}

/** What tells Terraform where its providers are already running. */
export function reattachValue(served: readonly ServedAt[]): string {
  return JSON.stringify(
    Object.fromEntries(
      served.map(({ source, address }) => [
        source,
        {
          Protocol: "grpc",
          ProtocolVersion: PROTOCOL_VERSION,
          // Not this process: Terraform would kill it where nothing listens any more, which is a test that closed too
          // early. Without `Test` it also kills it once it is done with the provider.
          Pid: bystanderId(),
          Test: true,
          Addr: { Network: address.network, String: address.name },
        },
      ]),
    ),
  );
}
