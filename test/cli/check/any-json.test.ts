import fc from "fast-check";
import { EverythingElseStack } from "../../../examples/everything-else/stack";
import { QuickstartStack } from "../../../examples/quickstart/stack";
import { newApp, synthesized } from "../../support";
import { command, folderWith, identityNamed } from "../support";

type Path = readonly (string | number)[];

function pathsIn(value: unknown, above: Path = []): Path[] {
  if (typeof value !== "object" || value === null) return [above];
  return [above, ...Object.entries(value).flatMap(([key, inner]) => pathsIn(inner, [...above, key]))];
}

/** A copy with another value at one place. */
function withValue(value: unknown, [key, ...rest]: Path, put: unknown): unknown {
  if (key === undefined) return put;
  const copy = (Array.isArray(value) ? [...value] : { ...(value as object) }) as Record<
    string | number,
    unknown
  >;
  copy[key] = withValue(copy[key], rest, put);
  return copy;
}

const STACKS = [QuickstartStack, EverythingElseStack].map((Stack) => {
  const json = synthesized(new Stack(newApp(), "orders"));
  return { json, paths: pathsIn(json) };
});

const STRANGE = fc.oneof(
  fc.constantFrom<unknown>(null, "", 0, true, {}, [], [null], [[]], { a: null }, [1, "text", {}]),
  fc.constantFrom("${", "${a.b.c}", "${var.x}", "${each.value}", "\u001b[31m"),
);

test("a construct path that is no text is none", async () => {
  const { azurerm_user_assigned_identity: identities } = identityNamed("id.orders").resource;
  const app = { ...identities.app, "//": { metadata: { path: 1 } } };
  const folder = folderWith({ "main.tf.json": { resource: { azurerm_user_assigned_identity: { app } } } });
  expect((await command("check", folder)).out).toContain("\n  azurerm_user_assigned_identity.app\n");
});

test("whatever stands anywhere in Terraform JSON, a check says what it finds, or in lines why it cannot", async () => {
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...STACKS), fc.nat(), STRANGE, async ({ json, paths }, at, strange) => {
      const path = paths[at % paths.length] ?? [];
      const folder = folderWith({ "cdk.tf.json": withValue(json, path, strange) });
      const { code, out, err } = await command("check", folder);
      expect(err).not.toMatch(/mistake in cdktf-azure-identity|^ +at /m);
      expect(out === "").toBe(code === 2);
      expect(out).not.toContain("\u001b");
    }),
    { numRuns: 150 },
  );
});
