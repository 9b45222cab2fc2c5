import fc from "fast-check";
import { scopeLevels } from "../../../lib/cli/preflight/scope-levels";
import { placeholder } from "../../../lib/prerequisites/placeholder";

const UNKNOWN = placeholder("app", "var.name");

/** The levels of an id as ids. */
function levels(id: string): string[] {
  return scopeLevels(id.split("/").filter(Boolean)).levels.map((level) => `/${level.join("/")}`);
}

test("the levels of a child resource are subscription, group, resource and child", () => {
  const network = "/subscriptions/s/resourceGroups/rg/providers/Microsoft.Network/virtualNetworks/vnet";
  expect(levels(`${network}/subnets/machines`)).toEqual([
    "/subscriptions/s",
    "/subscriptions/s/resourceGroups/rg",
    network,
    `${network}/subnets/machines`,
  ]);
});

test("a resource at a resource is a level of its own", () => {
  const vm = "/subscriptions/s/resourceGroups/rg/providers/Microsoft.Compute/virtualMachines/vm";
  const lock = `${vm}/providers/Microsoft.Authorization/locks/keep`;
  expect(levels(lock).slice(2)).toEqual([vm, lock]);
});

test("a management group and the tenant are levels by themselves", () => {
  const group = "/providers/Microsoft.Management/managementGroups/mg";
  expect(levels(group)).toEqual([group]);
  expect(levels("/")).toEqual(["/"]);
});

test("levels end before what Terraform alone knows", () => {
  const place = ["subscriptions", "s", "resourceGroups", UNKNOWN, "providers", "A.B", "c", "d"];
  expect(scopeLevels(place)).toEqual({ levels: [["subscriptions", "s"]], isWhole: false });
  expect(scopeLevels([UNKNOWN])).toEqual({ levels: [], isWhole: false });
});

test("each level lies in the one before, and the last one of a known place is the place", () => {
  const word = fc.stringMatching(/^[a-z]{1,8}$/);
  const resource = fc.tuple(fc.constant("providers"), word, word, word);
  const pairs = fc.array(fc.tuple(word, word), { maxLength: 3 });
  const place = fc
    .tuple(fc.tuple(fc.constantFrom("subscriptions"), word), pairs, fc.option(resource, { nil: [] }), pairs)
    .map((parts) => parts.flat(2));
  fc.assert(
    fc.property(place, (known) => {
      const { levels: found, isWhole } = scopeLevels(known);
      expect(isWhole).toBe(true);
      expect(found.at(-1)).toEqual(known);
      for (const [at, level] of found.entries()) {
        expect(level.slice(0, found[at - 1]?.length ?? 0)).toEqual(found[at - 1] ?? []);
      }
    }),
  );
});
