import type { BlockSchema } from "../schema/schema";
import { toDiagnostics } from "./diagnostics";
import type { Handler } from "./handler";
import type { ServedProvider } from "./served-provider";
import { typeOfBlock } from "./type";
import { schemaProblems } from "./validate-config";
import { objectFromWire } from "./wire";
import { toWireSchema } from "./wire-schema";

/** The calls about the provider as a whole. */
export function providerHandlers(provider: ServedProvider): Record<string, Handler> {
  const block = provider.schema.provider;
  return {
    GetSchema: {
      run: () => ({
        response: {
          provider: toWireSchema(block),
          resource_schemas: schemas(provider.schema.resources),
          data_source_schemas: schemas(provider.schema.dataSources),
          server_capabilities: { plan_destroy: false },
        },
      }),
    },
    PrepareProviderConfig: {
      run: ({ config }) => {
        const problems = schemaProblems(objectFromWire(config) ?? {}, block);
        return {
          response: { prepared_config: config, diagnostics: toDiagnostics(problems, typeOfBlock(block)) },
        };
      },
    },
    Configure: {
      run: ({ config }) => {
        provider.configuration = objectFromWire(config) ?? {};
        const problems = provider.behaviour.configure?.(provider.configuration) ?? [];
        return { response: { diagnostics: toDiagnostics(problems, typeOfBlock(block)) } };
      },
    },
    // Terraform asks for this when it is interrupted. A handler runs to its end before another call is heard, so that
    // nothing is under way that could be stopped; Terraform itself starts nothing more.
    Stop: { run: () => ({ response: {} }) },
  };
}

function schemas(blocks: { readonly [type: string]: BlockSchema }): Record<string, object> {
  return Object.fromEntries(Object.entries(blocks).map(([type, block]) => [type, toWireSchema(block)]));
}
