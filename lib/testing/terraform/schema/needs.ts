import { providerSource } from "./provider-source";

/** What Terraform asks of one provider for some documents. */
export interface SchemaNeed {
  /** The local name: `azurerm`. */
  readonly provider: string;
  /** As `required_providers` says, written as `hashicorp/azurerm`. @default - what the bindings say */
  readonly source?: string;
  readonly resources: readonly string[];
  readonly dataSources: readonly string[];
}

interface Found {
  source?: string;
  readonly resources: Set<string>;
  readonly dataSources: Set<string>;
}

type Json = { readonly [key: string]: unknown };

/** Part of Terraform itself: `terraform_data`, `terraform_remote_state`. */
const BUILT_IN = "terraform";

/**
 * The providers, and the types of each, that Terraform JSON documents contain. Terraform also asks for the types of
 * what is left in its state: pass the earlier documents of a state too.
 *
 * A provider that is only required, or only configured, is part of the answer: Terraform starts it all the same.
 */
export function neededSchemas(...documents: readonly object[]): SchemaNeed[] {
  const needs = new Map<string, Found>();
  const need = (provider: string): Found => {
    const found = needs.get(provider) ?? { resources: new Set(), dataSources: new Set() };
    if (provider !== BUILT_IN) needs.set(provider, found);
    return found;
  };
  for (const document of documents) {
    for (const { resource, data, provider, terraform } of objects(document)) {
      for (const [type, block] of typed(resource)) need(providerOf(type, block)).resources.add(type);
      for (const [type, block] of typed(data)) need(providerOf(type, block)).dataSources.add(type);
      for (const [name] of objects(provider).flatMap(withoutComment)) need(name);
      for (const [name, source] of required(terraform)) need(name).source = source ?? need(name).source;
    }
  }
  return [...needs].sort(byName).map(([provider, { source, resources, dataSources }]) => ({
    provider,
    ...(source === undefined ? {} : { source }),
    resources: [...resources].sort(),
    dataSources: [...dataSources].sort(),
  }));
}

/** Terraform JSON may write a list of objects wherever it writes one. */
function objects(value: unknown): Json[] {
  if (Array.isArray(value)) return value.flatMap(objects);
  return typeof value === "object" && value !== null ? [value as Json] : [];
}

function typed(section: unknown): [string, Json][] {
  return objects(section)
    .flatMap(withoutComment)
    .flatMap(([type, names]) =>
      objects(names)
        .flatMap(withoutComment)
        .flatMap(([, blocks]) => objects(blocks).map((block): [string, Json] => [type, block])),
    );
}

function withoutComment(value: Json): [string, unknown][] {
  return Object.entries(value).filter(([key]) => key !== "//");
}

function required(terraform: unknown): [string, string | undefined][] {
  return objects(terraform)
    .flatMap(({ required_providers }) => objects(required_providers))
    .flatMap(withoutComment)
    .map(([name, requirement]) => {
      const [source] = objects(requirement).map((one) => one.source);
      return [name, typeof source === "string" ? providerSource(source) : undefined];
    });
}

/** What the meta-argument `provider` names, or the first word of the type. */
function providerOf(type: string, { provider }: Json): string {
  const named = typeof provider === "string" ? /^(?:\$\{)?([\w-]+)/.exec(provider)?.[1] : undefined;
  return named ?? (type.split("_")[0] as string);
}

function byName([a]: [string, Found], [b]: [string, Found]): number {
  return a < b ? -1 : 1;
}
