import type { ClassFolders } from "./class-folders";
import { type Element, type ElementKind, readElement } from "./element";
import { HAND_WRITTEN } from "./hand-written";
import { type BindingsOptions, locateBindings } from "./locate-bindings";
import type { SchemaNeed } from "./needs";
import { collect, NotUnderstood } from "./not-understood";
import { pickSchema } from "./pick-schema";
import { providerSource } from "./provider-source";
import type { BlockSchema, ProviderSchema } from "./schema";
import { schemaError } from "./schema-error";

/**
 * The schemas of what is needed, and of no more, from the generated bindings that a project has for its providers.
 *
 * Bindings do not say which attributes are sensitive or write-only, nor a minimum or maximum of blocks above 1.
 *
 * @throws with all that is missing or not understood, by type and file
 */
export function deriveSchemas(needs: readonly SchemaNeed[], options: BindingsOptions = {}): ProviderSchema[] {
  const problems: string[] = [];
  const schemas = needs.flatMap((need) => {
    const written = options.bindings?.[need.provider] === undefined ? HAND_WRITTEN[need.provider] : undefined;
    return written ? pickSchema(written, need, problems) : (derive(need, options, problems) ?? []);
  });
  if (problems.length > 0) throw schemaError(problems);
  return schemas;
}

function derive(need: SchemaNeed, options: BindingsOptions, problems: string[]): ProviderSchema | undefined {
  const folders = collect(problems, `provider ${need.provider}`, () =>
    locateBindings(need.provider, options),
  );
  if (folders === undefined) return undefined;
  const provider = elementOf(folders, "TerraformProvider", need.provider, problems);
  return {
    name: need.provider,
    source: need.source ?? providerSource(provider?.source ?? need.provider),
    version: provider?.version ?? "",
    provider: withoutAlias(provider?.block ?? { attributes: {}, blocks: {} }),
    resources: elementsOf(folders, "TerraformResource", need.resources, problems),
    dataSources: elementsOf(folders, "TerraformDataSource", need.dataSources, problems),
  };
}

function elementsOf(folders: ClassFolders, kind: ElementKind, types: readonly string[], problems: string[]) {
  const schemas: Record<string, BlockSchema> = {};
  for (const type of types) {
    const element = elementOf(folders, kind, type, problems);
    if (element) schemas[type] = element.block;
  }
  return schemas;
}

const PREFIX: Record<ElementKind, string> = {
  TerraformResource: "",
  TerraformDataSource: "data ",
  TerraformProvider: "provider ",
};

function elementOf(
  folders: ClassFolders,
  kind: ElementKind,
  type: string,
  problems: string[],
): Element | undefined {
  const title = `${PREFIX[kind]}${type}`;
  const file = collect(problems, title, () => {
    const found = folders.find(kind, type);
    if (found !== undefined) return found;
    throw new NotUnderstood(
      `no class in ${folders.folder}; allowed are types that the bindings have; correct the type, or use bindings of the provider's version that has it`,
    );
  });
  if (file === undefined) return undefined;
  const own: string[] = [];
  const element = readElement(file, kind, type, own);
  problems.push(...own.map((problem) => `${title} in ${file}: ${problem}`));
  return element;
}

/** Terraform itself knows the alias, which the generator adds. */
function withoutAlias({ attributes: { alias: _, ...attributes }, blocks }: BlockSchema): BlockSchema {
  return { attributes, blocks };
}
