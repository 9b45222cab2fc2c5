import { join } from "node:path";
import type { BlockSchema, ProviderSchema } from "../../../../lib/testing/terraform/schema/schema";

/**
 * Writes bindings for a schema as `cdktf get` does, with the real generator, and returns the folder of the provider.
 * When it is loaded, the generator runs Terraform and reports its use: here it does neither.
 */
export async function generateBindings(schema: ProviderSchema, outdir: string): Promise<string> {
  Object.assign(process.env, { TERRAFORM_BINARY_NAME: "true", CHECKPOINT_DISABLE: "1" });
  const { TerraformProviderGenerator } =
    require("@cdktf/provider-generator/lib/get/generator/provider-generator") as {
      TerraformProviderGenerator: new (code: unknown, schema: unknown) => Generator;
    };
  const { CodeMaker } = require("codemaker") as { CodeMaker: new () => unknown };
  const address = `registry.terraform.io/${schema.source}`;
  const generator = new TerraformProviderGenerator(new CodeMaker(), {
    provider_schemas: { [address]: described(schema) },
    provider_versions: { [address]: schema.version },
  });
  generator.generate({ name: schema.name, source: schema.source, version: "~> 1.0" });
  await generator.save(outdir);
  return join(outdir, "providers", schema.name);
}

interface Generator {
  generate(constraint: { name: string; source: string; version: string }): void;
  save(outdir: string): Promise<void>;
}

/** As `terraform providers schema -json` prints it. */
function described({ provider, resources, dataSources }: ProviderSchema) {
  const each = (blocks: Record<string, BlockSchema>) =>
    Object.fromEntries(Object.entries(blocks).map(([type, block]) => [type, { block: blockJson(block) }]));
  return {
    provider: { block: blockJson(provider) },
    resource_schemas: each(resources),
    data_source_schemas: each(dataSources),
  };
}

function blockJson({ attributes, blocks }: BlockSchema): object {
  return {
    attributes: { ...attributes },
    block_types: Object.fromEntries(
      Object.entries(blocks).map(([name, { nesting, minItems, maxItems, block }]) => [
        name,
        {
          nesting_mode: nesting,
          block: blockJson(block),
          ...(minItems > 0 ? { min_items: minItems } : {}),
          ...(maxItems > 0 ? { max_items: maxItems } : {}),
        },
      ]),
    ),
  };
}
