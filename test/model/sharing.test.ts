import fc from "fast-check";
import { groupBy } from "../../lib/model/group-by";
import { sharing } from "../../lib/model/sharing";

test("items that share a key are together in their order, and those with a key of their own or none are left out", () => {
  const item = fc.record({
    key: fc.option(fc.constantFrom("a", "b", "c", ""), { nil: undefined }),
    id: fc.nat(),
  });
  fc.assert(
    fc.property(fc.array(item), (items) => {
      const keyed = items.filter(({ key }) => key !== undefined);
      const shared = [...groupBy(keyed, ({ key }) => key).values()].filter(({ length }) => length > 1);
      const found = sharing(items, ({ key }) => key);
      expect(found).toHaveLength(shared.length);
      expect(found).toEqual(expect.arrayContaining(shared));
    }),
  );
});
