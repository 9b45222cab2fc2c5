import { isDeepStrictEqual } from "node:util";
import { Azure, type AzureOptions, azureProviders, withSensitive } from "./azure";
import type { ProviderBehaviour } from "./provider/behaviour";
import { type LogEntry, logText } from "./provider/log";
import { type Provider, type RunningProviders, serveProviders } from "./provider/server";
import { deriveSchemas } from "./schema/derive";
import type { BindingsOptions } from "./schema/locate-bindings";
import { neededSchemas, type SchemaNeed } from "./schema/needs";
import type { ProviderSchema } from "./schema/schema";

export interface StandInOptions extends AzureOptions, BindingsOptions {
  /**
   * Behaviour of further providers, by their local names, or in the place of those that there are.
   *
   * @default - azurerm, azuread, azapi and time
   */
  readonly providers?: { readonly [name: string]: ProviderBehaviour };
}

/** Providers for what documents of Terraform JSON contain, acting on one Azure that is nothing but memory. */
export class StandIn {
  public readonly azure: Azure;
  private readonly documents: object[] = [];
  private needs: readonly SchemaNeed[] = [];
  private running: RunningProviders | undefined;
  private earlier: readonly LogEntry[] = [];

  public constructor(private readonly options: StandInOptions = {}) {
    this.azure = new Azure(options);
  }

  /**
   * Serves what these documents need too: Terraform still asks for the types of what an earlier one left in a state.
   *
   * @throws with every type that has no bindings, and every provider that nothing stands in for
   */
  public async serve(...documents: readonly object[]): Promise<void> {
    const all = [...this.documents, ...documents];
    const needs = neededSchemas(...all);
    if (!this.running || !isDeepStrictEqual(needs, this.needs)) {
      const running = await serveProviders(this.providersOf(deriveSchemas(needs, this.options)));
      await this.close();
      this.running = running;
      this.needs = needs;
    }
    this.documents.push(...documents);
  }

  /** Value of `TF_REATTACH_PROVIDERS`. */
  public get reattach(): string {
    return this.running?.reattach ?? "{}";
  }

  /** The last calls of Terraform, a line each, without any value. */
  public log(): string {
    return logText([...this.earlier, ...(this.running?.log ?? [])]);
  }

  /** Ends it; the Azure stays what it is. */
  public async close(): Promise<void> {
    const { running } = this;
    this.running = undefined;
    this.earlier = [...this.earlier, ...(running?.log ?? [])];
    await running?.close();
  }

  private providersOf(derived: readonly ProviderSchema[]): Provider[] {
    const schemas = derived.map(withSensitive);
    const behaviours = { ...azureProviders(this.azure, schemas), ...this.options.providers };
    const unknown = schemas.filter(({ name }) => !behaviours[name]).map(({ name }) => name);
    if (unknown.length > 0) {
      throw new Error(
        `nothing stands in for provider ${unknown.join(", ")}; allowed are ${Object.keys(behaviours).join(", ")}; give its behaviour as providers, or leave out what is of it`,
      );
    }
    return schemas.map((schema) => ({ schema, behaviour: behaviours[schema.name] as ProviderBehaviour }));
  }
}
