import type { SchemaNeed } from "./needs";
import type { BlockSchema, ProviderSchema } from "./schema";

type Blocks = { readonly [type: string]: BlockSchema };

/** The needed part of a whole schema; a type that it lacks is a problem. */
export function pickSchema(whole: ProviderSchema, need: SchemaNeed, problems: string[]): ProviderSchema {
  const pick = (title: string, all: Blocks, types: readonly string[]): Blocks => {
    const known = types.filter((type) => Object.hasOwn(all, type));
    for (const type of types.filter((one) => !known.includes(one))) {
      problems.push(
        `${title}${type}: no bindings, and the built-in schema of ${whole.name} lacks it; allowed are ${Object.keys(all).join(", ")}; name a folder of bindings in bindings.${whole.name}`,
      );
    }
    return Object.fromEntries(known.map((type) => [type, all[type] as BlockSchema]));
  };
  return {
    ...whole,
    source: need.source ?? whole.source,
    resources: pick("", whole.resources, need.resources),
    dataSources: pick("data ", whole.dataSources, need.dataSources),
  };
}
