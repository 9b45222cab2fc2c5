import fc from "fast-check";
import { linesOfKeys } from "../../../lib/cli/check/lines-of-keys";
import { locate } from "../../../lib/cli/check/locate";
import { readProject } from "../../../lib/cli/project/read-project";
import { command, folderWith, identityNamed } from "../support";

test("lines are those of the keys, whatever the texts between them", () => {
  const text = [
    "{",
    '  "resource": {',
    '    "azurerm_subnet": [{ "a": { "name": "}{,\\"]\\n[" } },',
    '      { "b": {} }]',
    "  },",
    '  "data": { "resource":',
    '    { "a": 1, "a": 2 } } }',
  ].join("\n");
  expect(Object.fromEntries(linesOfKeys(text, 3))).toEqual({
    resource: 2,
    "resource\tazurerm_subnet": 3,
    "resource\tazurerm_subnet\ta": 3,
    "resource\tazurerm_subnet\tb": 4,
    data: 6,
    "data\tresource": 6,
    "data\tresource\ta": 7,
  });
});

test("a text of many megabytes is passed over", () => {
  const text = `{ "a": "${"x".repeat(20_000_000)}",\n"b": 1 }`;
  expect(linesOfKeys(text, 1).get("b")).toBe(2);
});

/** Key paths of JSON, as a reader of the parsed value sees them. */
function keysIn(value: unknown, above: readonly string[] = []): string[] {
  if (typeof value !== "object" || value === null || above.length === 3) return [];
  if (Array.isArray(value)) return value.flatMap((item) => keysIn(item, above));
  return Object.entries(value).flatMap(([key, inner]) => [
    [...above, key].join("\t"),
    ...keysIn(inner, [...above, key]),
  ]);
}

test("each key of any JSON is found, on a line that has it", () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      const text = JSON.stringify(value, undefined, 2);
      const lines = text.split("\n");
      const found = linesOfKeys(text, 3);
      expect(new Set(found.keys())).toEqual(new Set(keysIn(JSON.parse(text))));
      for (const [path, line] of found) {
        const key = JSON.stringify(path.slice(path.lastIndexOf("\t") + 1));
        expect(lines[line - 1]).toContain(key);
      }
    }),
  );
});

test("of several files it is the one that declares the resource, and its line", async () => {
  const folder = folderWith({
    "a.tf.json": { locals: { x: 1 } },
    "b.tf.json": identityNamed("id.orders"),
    "override.tf.json": {
      resource: { azurerm_user_assigned_identity: { app: { location: "northeurope" } } },
    },
  });
  const { out } = await command("check", folder, "--format", "json");
  expect(JSON.parse(out).findings).toEqual([
    expect.objectContaining({ rule: "identity-name", file: `${folder}/b.tf.json`, line: 4 }),
  ]);
});

test.each([
  ["data.azurerm_role_definition.app", 4],
  ["azurerm_role_definition.app", 9],
  ["provider.azurerm", 13],
  ["terraform.backend.azurerm", 23],
  ["azurerm_role_definition.gone", 1],
  ["", 1],
])("%s is found on line %i", (address, line) => {
  const folder = folderWith({
    "main.tf.json": {
      data: { azurerm_role_definition: { app: {} } },
      resource: { azurerm_role_definition: { app: {} } },
      provider: { azurerm: [{ features: [{}] }] },
      terraform: { backend: { azurerm: {} } },
    },
  });
  const project = readProject(folder);
  const [{ path: stack } = { path: "" }] = project.stacks;
  const finding = {
    rule: "identity-name",
    level: "error",
    stack,
    path: address,
    address,
    message: "",
  } as const;
  expect(locate(project, [finding])).toEqual([{ ...finding, file: `${folder}/main.tf.json`, line }]);
});
