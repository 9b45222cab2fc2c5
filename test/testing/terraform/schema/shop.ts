import type { ProviderSchema } from "../../../../lib/testing/terraform/schema/schema";

/** A provider of no one's, empty but for the given parts. */
export function shop(parts: Partial<ProviderSchema>): ProviderSchema {
  const empty = { attributes: {}, blocks: {} };
  return {
    name: "shop",
    source: "acme/shop",
    version: "1.2.3",
    provider: empty,
    resources: {},
    dataSources: {},
    ...parts,
  };
}
