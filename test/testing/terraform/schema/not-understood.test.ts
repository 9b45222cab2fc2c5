import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { deriveSchemas } from "../../../../lib/testing/terraform/schema/derive";
import type { BlockSchema } from "../../../../lib/testing/terraform/schema/schema";
import { temporaryFolder } from "../../../support";
import { compile } from "./compile";
import { generateBindings } from "./generate";
import { shop } from "./shop";

const PLACE: BlockSchema = { attributes: { street: { type: "string", required: true } }, blocks: {} };
const ORDER: BlockSchema = {
  attributes: {
    amount: { type: "number", computed: true },
    codes: { type: ["set", "string"], optional: true },
    state: { type: ["list", ["object", { text: "string" }]], computed: true },
  },
  blocks: {
    place: { nesting: "list", minItems: 1, maxItems: 1, block: PLACE },
    timeouts: { nesting: "single", minItems: 0, maxItems: 0, block: PLACE },
  },
};
const NEED = { provider: "shop", resources: ["shop_order"], dataSources: [] };

let folder: string;
beforeEach(async () => {
  folder = await generateBindings(shop({ resources: { shop_order: ORDER } }), temporaryFolder());
});

function message(bindings = folder, need = NEED): string {
  try {
    deriveSchemas([need], { bindings: { shop: bindings } });
  } catch (error) {
    return (error as Error).message;
  }
  throw new Error("it was derived");
}

function edit(...[from, to]: [string | RegExp, string]): void {
  const file = join(folder, "order", "index.ts");
  const text = readFileSync(file, "utf8");
  expect(text).toMatch(from);
  writeFileSync(file, text.replace(from, to));
}

test("the bindings are derived as they are", () => {
  expect(() => deriveSchemas([NEED], { bindings: { shop: folder } })).not.toThrow();
});

describe("code that the generator does not write is an error that says what and where", () => {
  test.each<[string, string | RegExp, string, string]>([
    [
      "a getter",
      "this.getNumberAttribute('amount')",
      "this.amountOf('amount')",
      "amount: the getter this.amountOf('amount')",
    ],
    [
      "a getter without a return",
      "return this.getNumberAttribute",
      "this.getNumberAttribute",
      "amount: the getter without a return",
    ],
    [
      "a mapper",
      "cdktf.listMapperHcl(cdktf.stringToHclTerraform, false)",
      "cdktf.setMapperHcl(cdktf.stringToHclTerraform)",
      "the mapper cdktf.setMapperHcl(cdktf.stringToHclTerraform)",
    ],
    [
      "a value",
      "(this._codes),\n        isBlock",
      "(codes),\n        isBlock",
      "the value cdktf.listMapperHcl(cdktf.stringToHclTerraform, false)(codes)",
    ],
    [
      "a kind of collection",
      'type: "set"',
      'type: "bag"',
      "of 3 entries that are written as HCL only 2 are understood",
    ],
    [
      "a collection that is none",
      'type: "set"',
      'type: "map"',
      'codes: its type "map" does not fit its mapper, which is a list',
    ],
    [
      "an entry without a member",
      "// codes - computed",
      "// codes is computed",
      "codes: written as HCL, but no member says whether it is required",
    ],
    [
      "a member without an entry",
      /codes: \{\n\s+value: cdktf[^}]+\},/,
      "",
      "codes: it can be set, but is not written as HCL",
    ],
    [
      "a type that is left out",
      "cdktf.listMapperHcl(cdktf.stringToHclTerraform, false)",
      "cdktf.listMapperHcl(cdktf.anyToHclTerraform, false)",
      "codes: the type any: the generator of cdktf left the real one out",
    ],
    [
      "a class of a collection",
      "public get(index: number)",
      "public at(index: number)",
      "state: the class OrderStateList",
    ],
    [
      "a class of cdktf",
      "new OrderStateList(this",
      "new cdktf.StateList(this",
      "state: the class cdktf.StateList",
    ],
    [
      "a missing class",
      "export class OrderStateList ",
      "export class Other ",
      "state: the bindings declare no class OrderStateList",
    ],
    [
      "a missing function",
      "export function orderPlaceToHclTerraform",
      "export function other",
      "place: the bindings declare no function orderPlaceToHclTerraform",
    ],
    [
      "a map of blocks",
      'false, optional: false, required: true\n  private _place = new OrderPlaceOutputReference(this, "place")',
      'false, optional: false, required: false\n  private _place = new OrderPlaceMap(this, "place")',
      "place: a block that is neither single, a list nor a set",
    ],
    [
      "a nested attribute",
      "// text - computed: true, optional: false",
      "// text - computed: true, optional: true",
      "state.text: it is not as required, optional and computed as state; members of an object are, and nested attributes of protocol 6 are not supported",
    ],
    ["another type", 'tfResourceType = "shop_order"', 'tfResourceType = "shop_item"', "no class in"],
    ["another constructor", "config: OrderConfig", "props: OrderConfig", "the constructor of the class"],
    [
      "another way to write HCL",
      /const attrs = \{(?=\n {6}codes)/,
      "const all = {",
      'the code that writes HCL has no "const attrs = {"',
    ],
  ])("%s", (_, from, to, problem) => {
    edit(from, to);
    expect(message()).toContain(problem);
    expect(message()).toContain("shop_order");
  });
});

test("all that is wrong is one error, with type and file", () => {
  edit("this.getNumberAttribute('amount')", "this.amountOf('amount')");
  edit("public get(index: number)", "public at(index: number)");
  const need = { provider: "shop", resources: ["shop_order", "shop_cart"], dataSources: ["shop_order"] };
  const other = { provider: "nowhere", resources: [], dataSources: [] };
  expect(() => deriveSchemas([need, other], { bindings: { shop: folder } })).toThrow(
    [
      "the bindings do not give the schemas that are needed; allowed is what the generator of cdktf 0.21 writes:",
      `  shop_order in ${folder}/order/index.ts: amount: the getter this.amountOf('amount')`,
      `  shop_order in ${folder}/order/index.ts: state: the class OrderStateList`,
      `  shop_cart: no class in ${folder}; allowed are types that the bindings have; correct the type, or use bindings of the provider's version that has it`,
      `  data shop_order: no class in ${folder}; allowed are types that the bindings have; correct the type, or use bindings of the provider's version that has it`,
      "  provider nowhere: no package @cdktf/provider-nowhere is installed; allowed are a package of bindings and a folder that cdktf get wrote; install the package, or name the folder in bindings.nowhere",
    ].join("\n"),
  );
});

test("levels that the generator wrote as one struct are an error", async () => {
  const level = (depth: number): BlockSchema => ({
    attributes: PLACE.attributes,
    blocks:
      depth === 0 ? {} : { place: { nesting: "list", minItems: 0, maxItems: 0, block: level(depth - 1) } },
  });
  const loop = await generateBindings(shop({ resources: { shop_order: level(4) } }), temporaryFolder());
  expect(message(loop)).toContain(
    "place.place: the struct OrderPlace contains itself: the generator of cdktf writes levels that look alike as one",
  );
});

test("a package without the source in its source map is an error", () => {
  const target = compile(folder, temporaryFolder());
  const file = join(target, "lib", "order", "index.js");
  writeFileSync(file, readFileSync(file, "utf8").replace(/\/\/# sourceMappingURL.*/, ""));
  expect(message(target)).toContain("the JavaScript has no source map with its source");
});

test("a folder without bindings is an error", () => {
  const empty = temporaryFolder();
  expect(message(empty)).toContain(
    `provider shop: ${empty} holds no bindings, as it has neither provider/index.ts nor lib/provider/index.js`,
  );
});
