import type { TerraformJson } from "./run/json-configuration";
import { objectsOf } from "./run/json-configuration";
import { deriveSchemas } from "./schema/derive";
import type { BindingsOptions } from "./schema/locate-bindings";
import { neededSchemas } from "./schema/needs";

type Section = { readonly [type: string]: { readonly [name: string]: { readonly tags?: unknown } } };

/** A stack with these tags on every resource that can have tags, beside those that it has. */
export function withTags(
  json: TerraformJson,
  tags: { readonly [key: string]: string },
  options: BindingsOptions = {},
): TerraformJson {
  const schemas = deriveSchemas(neededSchemas(json), options);
  const isTagged = (type: string) =>
    schemas.some(({ resources }) => resources[type]?.attributes.tags !== undefined);
  const resource = Object.entries((json.resource ?? {}) as Section).map(([type, elements]) => [
    type,
    isTagged(type)
      ? mapValues(elements, (element) => ({ ...element, tags: merged(element.tags, tags) }))
      : elements,
  ]);
  return { ...json, resource: Object.fromEntries(resource) };
}

/** Tags that are an expression are merged by Terraform. */
function merged(present: unknown, tags: { readonly [key: string]: string }): unknown {
  if (typeof present !== "string") return { ...objectsOf(present)[0], ...tags };
  const expression = present.replace(/^\$\{|\}$/g, "");
  return `\${merge(${expression}, ${JSON.stringify(tags)})}`;
}

function mapValues<T>(
  object: { readonly [name: string]: T },
  change: (value: T) => T,
): { [name: string]: T } {
  return Object.fromEntries(Object.entries(object).map(([name, value]) => [name, change(value)]));
}
