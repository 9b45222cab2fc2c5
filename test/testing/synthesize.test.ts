import { readdirSync } from "node:fs";
import os from "node:os";
import { UserAssignedIdentity as RawIdentity } from "@cdktf/provider-azurerm/lib/user-assigned-identity";
import {
  Annotations,
  Aspects,
  TerraformResource,
  type TerraformStack,
  TerraformVariable,
  Testing,
} from "cdktf";
import { UserAssignedIdentity } from "cdktf-azure-identity";
import { synthesize } from "cdktf-azure-identity/testing";
import fc from "fast-check";
import { FindingsStack } from "../../examples/findings/stack";
import { QuickstartStack } from "../../examples/quickstart/stack";
import { stableJson } from "../../lib/testing/stable-json";
import { GROUP, newApp, newStack, temporaryFolder } from "../support";

/** Members whose order, emptiness or kind could come out in another way. */
function odd(stack: TerraformStack): void {
  new TerraformVariable(stack, "list", { type: "list(string)", default: [] });
  new TerraformVariable(stack, "map", { type: "map(string)", default: {} });
  const raw = new RawIdentity(stack, "raw", { ...GROUP, name: "id-raw" });
  raw.addOverride("tags", { 10: "ten", 2: "two", Ä: "umlaut", a: "", "~": null, Z: 'quote "\n' });
  raw.addOverride("//", { comment: "of the user" });
  const generic = new TerraformResource(stack, "generic", { terraformResourceType: "azurerm_container_app" });
  generic.addOverride("nested", [[], [{}], [[1, 2.5, -1e21, true, null]]]);
}

describe("the text is that of Testing.synth", () => {
  test.each<[string, () => TerraformStack]>([
    ["for the quickstart", () => new QuickstartStack(newApp(), "quickstart")],
    ["for an empty stack", () => newStack()],
    [
      "for empty, unsorted and unusual members",
      () => {
        const stack = newStack();
        odd(stack);
        return stack;
      },
    ],
    [
      "after aspects",
      () => {
        const stack = newStack();
        const { resource } = new UserAssignedIdentity(stack, "identity", { ...GROUP, name: "id bad" });
        Aspects.of(stack).add({
          visit: () => {
            resource.name = "id-repaired";
          },
        });
        return stack;
      },
    ],
  ])("%s", (_, build) => {
    expect(synthesize(build())).toBe(Testing.synth(build()));
  });
});

test("it is JSON also where cdktf is told to write HCL", () => {
  const text = synthesize(new QuickstartStack(newApp(), "quickstart"));
  process.env.SYNTH_HCL_OUTPUT = "true";
  const stack = new QuickstartStack(newApp(), "quickstart");
  delete process.env.SYNTH_HCL_OUTPUT;
  expect(synthesize(stack)).toBe(text);
});

test("any JSON is written as cdktf writes it", () => {
  fc.assert(
    fc.property(fc.jsonValue({ maxDepth: 4 }), (value) => {
      const stack = newStack();
      const override = {
        tags: { value: JSON.parse(JSON.stringify(value).replace(/[$%]\{|TfToken|\/\//g, "")) },
      };
      stack.addOverride("resource", { azurerm_user_assigned_identity: { ghost: override } });
      expect(synthesize(stack)).toBe(Testing.synth(stack));
    }),
    { numRuns: 50 },
  );
});

test("any text of an element is written as cdktf writes it", () => {
  const pieces = fc.constantFrom(
    "$",
    "%",
    "{",
    "}",
    "${var.x}",
    "$${",
    "%%{if",
    '"',
    "\\",
    "e+298",
    "8.1",
    "é",
    "\n",
  );
  fc.assert(
    fc.property(
      fc.array(pieces).map((all) => all.join("")),
      (text) => {
        const stack = newStack();
        const raw = new RawIdentity(stack, "raw", {
          ...GROUP,
          name: text,
          tags: { [`k${text.length}`]: text },
        });
        raw.addOverride("timeouts", [{ read: text }, text]);
        expect(synthesize(stack)).toBe(Testing.synth(stack));
      },
    ),
    { numRuns: 200 },
  );
});

test("members of any name are sorted by code unit", () => {
  expect(stableJson({ b: 1, 10: 2, a: 3, 9: 4, B: 5, "//": "gone" })).toBe(
    '{\n  "10": 2,\n  "9": 4,\n  "B": 5,\n  "a": 3,\n  "b": 1\n}',
  );
});

describe("it fails where a synth of the app fails", () => {
  test("on error findings", () => {
    expect(() => synthesize(new FindingsStack(newApp(), "orders"))).toThrow("4 errors, 1 warning in 1 stack");
  });

  test("on a failed validation", () => {
    const stack = newStack();
    stack.node.addValidation({ validate: () => ["refused by the user"] });
    expect(() => synthesize(stack)).toThrow("refused by the user");
  });

  test("on an error annotation", () => {
    const stack = newStack();
    Annotations.of(stack).addError("refused by an annotation");
    expect(() => synthesize(stack)).toThrow("refused by an annotation");
  });
});

test("no folder is left behind, whether it passes or fails", () => {
  const [good, bad] = [newStack(), new FindingsStack(newApp(), "orders")];
  const folder = temporaryFolder();
  // Setting TMPDIR would do nothing here: the environment that jest gives is a copy.
  const made = jest.spyOn(os, "tmpdir").mockReturnValue(folder);
  try {
    synthesize(good);
    expect(() => synthesize(bad)).toThrow();
    expect(made).toHaveBeenCalledTimes(2);
  } finally {
    made.mockRestore();
  }
  expect(readdirSync(folder)).toEqual([]);
});
