/** The JSON of a stack: what cdktf writes as `cdk.tf.json`. */
export interface TerraformJson {
  readonly [key: string]: unknown;
}

/** What is under a key, with its name. */
export function membersOf(within: unknown, key: string): [string, unknown][] {
  return objectsOf(within)
    .flatMap((object) => objectsOf(object[key]))
    .flatMap((object) => Object.entries(object));
}

/** Terraform takes a list of objects wherever it takes one. */
export function objectsOf(value: unknown): Record<string, unknown>[] {
  if (Array.isArray(value)) return value.flatMap(objectsOf);
  return typeof value === "object" && value !== null ? [value as Record<string, unknown>] : [];
}

/** The configuration with its state in its own folder, instead of where the stack would really keep it. */
export function withLocalState(configuration: TerraformJson): TerraformJson {
  if (configuration.terraform === undefined) return configuration;
  const settings = objectsOf(configuration.terraform).map(({ backend: _, cloud: __, ...rest }) => rest);
  return { ...configuration, terraform: settings.length === 1 ? settings[0] : settings };
}
