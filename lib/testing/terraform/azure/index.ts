import type { ProviderBehaviour } from "../provider/behaviour";
import type { ProviderSchema } from "../schema/schema";
import { azapi } from "./azapi/azapi";
import { azurerm } from "./azurerm";
import { azuread } from "./entra/azuread";
import type { Azure } from "./store/azure";
import { time } from "./time/time";
import { withSchema } from "./with-schema";

export { withSensitive } from "./sensitive";
export { Azure, type AzureOptions } from "./store/azure";
export type { Principal, PrincipalType } from "./store/principals";
export type { RunCommandOutcome, RunCommands } from "./store/run-commands";

/**
 * The providers of a run, by their names, all acting on the same Azure.
 *
 * @param schemas shapes of their types: without them what is computed and has no rule of its own becomes text
 */
export function azureProviders(
  azure: Azure,
  schemas: readonly ProviderSchema[] = [],
): { readonly [provider: string]: ProviderBehaviour } {
  const all: Record<string, ProviderBehaviour> = {
    azurerm: azurerm(azure),
    azuread: azuread(azure),
    azapi: azapi(azure),
    time: time(),
  };
  for (const schema of schemas) {
    const behaviour = all[schema.name];
    if (behaviour) all[schema.name] = withSchema(behaviour, schema);
  }
  return all;
}
