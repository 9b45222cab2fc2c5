import { existsSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { deriveSchemas } from "../../../../lib/testing/terraform/schema/derive";
import type { NestedBlockSchema, ProviderSchema } from "../../../../lib/testing/terraform/schema/schema";
import { temporaryFolder } from "../../../support";
import { blockSchemas, settableOnly } from "./arbitrary-schema";
import { compile } from "./compile";
import { generateBindings } from "./generate";
import { shop } from "./shop";

function derived({ resources, dataSources }: ProviderSchema, folder: string): ProviderSchema | undefined {
  const need = { provider: "shop", resources: Object.keys(resources), dataSources: Object.keys(dataSources) };
  return deriveSchemas([need], { bindings: { shop: folder } })[0];
}

test("any schema comes back from the bindings that the generator of cdktf makes of it", async () => {
  await fc.assert(
    fc.asyncProperty(blockSchemas(2), blockSchemas(1), blockSchemas(1), async (order, item, provider) => {
      const schema = shop({
        provider: settableOnly(provider),
        resources: { shop_order: order },
        dataSources: { shop_item: item },
      });
      expect(derived(schema, await generateBindings(schema, temporaryFolder()))).toEqual(schema);
    }),
    { numRuns: 60 },
  );
});

test("it also comes back where the generator puts the structs in files of their own, compiled or not", async () => {
  const item: NestedBlockSchema = {
    nesting: "set",
    minItems: 1,
    maxItems: 0,
    block: { attributes: { code: { type: "string", required: true } }, blocks: {} },
  };
  const blocks = Object.fromEntries(Array.from({ length: 150 }, (_, index) => [`item${index}x`, item]));
  const schema = shop({ resources: { shop_order: { attributes: {}, blocks } } });
  const folder = await generateBindings(schema, temporaryFolder());
  expect(existsSync(join(folder, "order", "index-structs", "structs400.ts"))).toBe(true);
  expect(derived(schema, folder)).toEqual(schema);
  expect(derived(schema, compile(folder, temporaryFolder()))).toEqual(schema);
});
