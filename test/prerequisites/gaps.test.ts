import type { Verdict } from "../../lib/prerequisites/evaluate";
import { type Gap, gapsIn } from "../../lib/prerequisites/gaps";

const verdict = (address: string, status: Verdict["status"], more: Partial<Verdict> = {}): Verdict => ({
  status,
  subject: { stack: "app", address, path: `app/${address}` },
  ...more,
});
const seen = (gaps: readonly Gap[]) =>
  gaps.map(
    ({ status, subject, verdicts }) => `${status} ${subject.path} ${subject.address} ${verdicts.length}`,
  );

test("what is satisfied is no gap", () => {
  expect(gapsIn([verdict("a", "satisfied")])).toEqual([]);
});

test("a resource for which something is missing has one gap, whatever else is open for it comes first", () => {
  const gaps = gapsIn([
    verdict("a", "conditional", { reason: "one" }),
    verdict("a", "missing"),
    verdict("b", "missing"),
    verdict("a", "missing"),
  ]);
  expect(seen(gaps)).toEqual(["missing app/a a 3", "missing app/b b 1"]);
});

test("what one reason leaves open for several resources is one gap of their stack", () => {
  const gaps = gapsIn([
    verdict("a", "conditional", { reason: "one" }),
    verdict("b", "conditional", { reason: "one" }),
    verdict("b", "conditional", { reason: "two" }),
    verdict("c", "not covered", { reason: "one" }),
  ]);
  expect(seen(gaps)).toEqual(["conditional app  2", "conditional app/b b 1", "not covered app/c c 1"]);
});

test("what a role may allow is no part of what is missing", () => {
  const by = { role: { id: "role" }, place: [] };
  const gaps = gapsIn([verdict("a", "missing"), verdict("a", "conditional", { by, reason: "one" })]);
  expect(seen(gaps)).toEqual(["missing app/a a 1", "conditional app/a a 1"]);
});
