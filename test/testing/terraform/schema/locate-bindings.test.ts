import { cpSync, mkdirSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { deriveSchemas } from "../../../../lib/testing/terraform/schema/derive";
import type { BlockSchema } from "../../../../lib/testing/terraform/schema/schema";
import { temporaryFolder } from "../../../support";
import { compile } from "./compile";
import { generateBindings } from "./generate";
import { shop } from "./shop";

const ORDER: BlockSchema = { attributes: { id: { type: "string", computed: true } }, blocks: {} };
const SCHEMA = shop({
  resources: { shop_order: ORDER, shop_version: ORDER },
  dataSources: { shop_order: ORDER },
});
const NEED = { provider: "shop", resources: ["shop_order", "shop_version"], dataSources: ["shop_order"] };

let folder: string;
beforeEach(async () => {
  folder = await generateBindings(SCHEMA, join(temporaryFolder(), ".gen"));
});

test("a folder may be relative to the project", () => {
  const options = { bindings: { shop: "providers/shop" }, project: join(folder, "..", "..") };
  expect(deriveSchemas([NEED], options)).toEqual([SCHEMA]);
});

test("the package of the provider is taken from the project", () => {
  const project = temporaryFolder();
  const target = join(project, "node_modules", "@cdktf", "provider-shop");
  mkdirSync(target, { recursive: true });
  compile(folder, target);
  writeFileSync(join(target, "package.json"), "{}");
  expect(deriveSchemas([NEED], { project })).toEqual([SCHEMA]);
});

test("a package that the project lacks is taken from this library", () => {
  const need = { provider: "time", resources: ["time_sleep"], dataSources: [] };
  expect(deriveSchemas([need], { project: temporaryFolder() })).toMatchObject([{ version: "0.13.1" }]);
});

test("a class is found in a folder of another name", () => {
  renameSync(join(folder, "order"), join(folder, "purchase"));
  expect(deriveSchemas([NEED], { bindings: { shop: folder } })).toEqual([SCHEMA]);
});

test("a class is found where the folder of its name holds another", () => {
  renameSync(join(folder, "order"), join(folder, "purchase"));
  cpSync(join(folder, "data-shop-order"), join(folder, "order"), { recursive: true });
  expect(deriveSchemas([NEED], { bindings: { shop: folder } })).toEqual([SCHEMA]);
});
