import { deriveSchemas } from "../../../../lib/testing/terraform/schema/derive";
import type { AttributeSchema } from "../../../../lib/testing/terraform/schema/schema";
import { temporaryFolder } from "../../../support";
import { generateBindings } from "./generate";
import { shop } from "./shop";

const TYPES = ["azapi_resource", "azapi_resource_action", "azapi_update_resource"];
const NEED = { provider: "azapi", resources: TYPES, dataSources: ["azapi_resource"] };

function flagged(
  attributes: { readonly [name: string]: AttributeSchema },
  flag: "required" | "sensitive",
): string[] {
  return Object.keys(attributes).filter((name) => attributes[name]?.[flag]);
}

test("azapi needs no bindings", () => {
  const [schema] = deriveSchemas([NEED], { project: temporaryFolder() });
  expect(schema).toMatchObject({ name: "azapi", source: "azure/azapi", version: "2.12.0" });
  expect(Object.keys(schema?.resources ?? {})).toEqual(TYPES);
  expect(Object.keys(schema?.dataSources ?? {})).toEqual(["azapi_resource"]);
});

test.each([
  ["azapi_resource", ["type"], ["sensitive_body"], ["identity", "retry", "timeouts"]],
  [
    "azapi_resource_action",
    ["type", "resource_id"],
    ["sensitive_body", "sensitive_output"],
    ["retry", "timeouts"],
  ],
  ["azapi_update_resource", ["type"], ["sensitive_body"], ["retry", "timeouts"]],
])("%s has what its documentation lists", (type, required, sensitive, blocks) => {
  const block = deriveSchemas([NEED])[0]?.resources[type];
  expect(flagged(block?.attributes ?? {}, "required")).toEqual(required);
  expect(flagged(block?.attributes ?? {}, "sensitive")).toEqual(sensitive);
  expect(Object.keys(block?.blocks ?? {})).toEqual(blocks);
  expect(block?.attributes).toMatchObject({
    body: { type: "dynamic" },
    output: { type: "dynamic", computed: true },
  });
});

test("only the needed types of azapi are given", () => {
  const [schema] = deriveSchemas([{ ...NEED, resources: ["azapi_resource"], dataSources: [] }]);
  expect([Object.keys(schema?.resources ?? {}), Object.keys(schema?.dataSources ?? {})]).toEqual([
    ["azapi_resource"],
    [],
  ]);
});

test("a type that the built-in schema lacks is an error", () => {
  expect(() =>
    deriveSchemas([{ ...NEED, resources: ["azapi_data_plane_resource"], dataSources: ["azapi_x"] }]),
  ).toThrow(
    [
      "  azapi_data_plane_resource: no bindings, and the built-in schema of azapi lacks it; allowed are azapi_resource, azapi_resource_action, azapi_update_resource; name a folder of bindings in bindings.azapi",
      "  data azapi_x: no bindings, and the built-in schema of azapi lacks it; allowed are azapi_resource; name a folder of bindings in bindings.azapi",
    ].join("\n"),
  );
});

test("bindings that the project names are preferred to the built-in schema", async () => {
  const made = shop({
    name: "azapi",
    source: "azure/azapi",
    resources: { azapi_other: { attributes: {}, blocks: {} } },
  });
  const folder = await generateBindings(made, temporaryFolder());
  const need = { provider: "azapi", resources: ["azapi_other"], dataSources: [] };
  expect(deriveSchemas([need], { bindings: { azapi: folder } })).toEqual([made]);
});
