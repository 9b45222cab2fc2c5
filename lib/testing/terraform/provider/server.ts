import { join } from "node:path";
import { Server, type UntypedServiceImplementation } from "@grpc/grpc-js";
import type { ProviderSchema } from "../schema/schema";
import { temporaryFolder } from "../temporary-folder";
import type { ProviderBehaviour } from "./behaviour";
import { dataSourceHandlers } from "./data-source-handlers";
import { answering } from "./handler";
import { listen } from "./listen";
import type { LogEntry } from "./log";
import { providerService } from "./protocol";
import { providerHandlers } from "./provider-handlers";
import { reattachValue, type ServedAt } from "./reattach";
import { resourceHandlers } from "./resource-handlers";
import { ServedProvider } from "./served-provider";

// Those of gRPC are too small for a large state; Terraform has none of its own.
const UNLIMITED = { "grpc.max_receive_message_length": -1, "grpc.max_send_message_length": -1 };

export interface Provider {
  readonly schema: ProviderSchema;
  readonly behaviour: ProviderBehaviour;
}

/** Providers that Terraform can be told to use instead of its own. */
export interface RunningProviders {
  /** What the environment variable `TF_REATTACH_PROVIDERS` has to be. */
  readonly reattach: string;
  /** What Terraform asked for so far, in its order. */
  readonly log: readonly LogEntry[];
  /** Ends them, and what Terraform is asking for; again it does nothing. */
  close(): Promise<void>;
}

/**
 * Serves providers from this process until they are closed. It has to stay free to answer: run Terraform with `spawn`,
 * as a call that waits, such as `spawnSync`, would wait for ever.
 *
 * @throws where two have one source, or no socket can be made
 */
export async function serveProviders(providers: readonly Provider[]): Promise<RunningProviders> {
  refuseDoubles(providers);
  const log: LogEntry[] = [];
  const servers: Server[] = [];
  const folder = temporaryFolder();
  let open = true;
  const close = async () => {
    if (!open) return;
    open = false;
    for (const server of servers) server.forceShutdown();
    folder.remove();
  };
  try {
    const served: ServedAt[] = [];
    for (const { schema, behaviour } of providers) {
      const server = new Server(UNLIMITED);
      servers.push(server);
      const provider = new ServedProvider(schema, behaviour);
      server.addService(providerService(), callsOf(provider, log));
      const address = await listen(server, join(folder.path, String(served.length)));
      served.push({ source: schema.source, address });
    }
    return { reattach: reattachValue(served), log, close };
  } catch (error) {
    await close();
    throw error;
  }
}

function callsOf(provider: ServedProvider, log: LogEntry[]): UntypedServiceImplementation {
  const handlers = {
    ...providerHandlers(provider),
    ...resourceHandlers(provider),
    ...dataSourceHandlers(provider),
  };
  return Object.fromEntries(
    Object.entries(handlers).map(([rpc, handler]) => [
      rpc,
      answering(handler, (entry) => log.push({ provider: provider.schema.name, rpc, ...entry })),
    ]),
  );
}

function refuseDoubles(providers: readonly Provider[]): void {
  const sources = providers.map(({ schema }) => schema.source);
  const doubles = new Set(sources.filter((source, index) => sources.indexOf(source) < index));
  if (doubles.size > 0) {
    throw new Error(
      `${[...doubles].join(", ")} is given more than once; Terraform can use one provider of each source; merge their schemas`,
    );
  }
}
