import fc from "fast-check";
import { displayWidth } from "../../lib/report/text/display-width";
import { table } from "../../lib/report/text/table";
import { textReport } from "../../lib/report/text/text-report";
import { wrap } from "../../lib/report/text/wrap";
import { anyName } from "./arbitraries";
import { documentWith } from "./document-with";

const letters = (text: string) => text.replace(/\s/g, "");

test("wrapping loses nothing but space, and no line is too wide", () => {
  fc.assert(
    fc.property(anyName, fc.integer({ min: 4, max: 40 }), (text, width) => {
      const lines = wrap(text, width);
      expect(letters(lines.join(""))).toBe(letters(text));
      for (const line of lines) expect(displayWidth(line)).toBeLessThanOrEqual(width);
    }),
  );
});

test.each([
  ["words are kept", "Storage Blob Data Contributor", 20, ["Storage Blob Data", "Contributor"]],
  [
    "then segments of ids",
    "stordersblobs (orders/billing/account)",
    18,
    ["stordersblobs", "(orders/billing/", "account)"],
  ],
  ["then parts of names", "orders/shop-reads-subscription", 12, ["orders/shop-", "reads-", "subscription"]],
  ["then nothing", "abcdefgh", 3, ["abc", "def", "gh"]],
])("where a line ends: %s", (_, text, width, lines) => {
  expect(wrap(text, width)).toEqual(lines);
});

test("columns line up under wide characters too", () => {
  const rows = [
    ["日本", "x"],
    ["e\u0301", "y"],
    ["abcd", "z"],
  ];
  expect(table(rows, 80).flat()).toEqual(["日本  x", "e\u0301     y", "abcd  z"]);
});

test("the widest column gives way", () => {
  const [lines] = table([["Reader", "/subscriptions/x/resourceGroups/rg-orders", "orders/reads"]], 50);
  expect(lines).toEqual([
    "Reader  /subscriptions/x/             orders/reads",
    "        resourceGroups/rg-orders",
  ]);
});

test("whatever the names, no line is wider than asked for, and nothing acts on the terminal", () => {
  fc.assert(
    fc.property(
      fc.array(anyName, { minLength: 4, maxLength: 4 }),
      fc.integer({ min: 80, max: 120 }),
      (names, width) => {
        const lines = textReport(documentWith(names), width).split("\n");
        for (const line of lines) {
          expect(displayWidth(line)).toBeLessThanOrEqual(width);
          expect(line).not.toMatch(/[\p{Cc}\p{Bidi_Control}]/u);
        }
      },
    ),
  );
});

test("a report for a terminal", () => {
  const names = [
    "id-orders (orders/identity)",
    "Reader",
    "rg-orders (orders/group)",
    "orders/identity/reads",
  ];
  expect(textReport(documentWith(names), 80)).toMatchInlineSnapshot(`
    "1 user-assigned identity, 1 role binding, 1 group membership in 1 stack;
    findings: 1 error; 1 warning accepted

    note: orders/identity/reads has no report

    IDENTITIES

    id-orders (orders/identity), user-assigned
      host    rg-orders (orders/group)
      trusts  id-orders (orders/identity) of rg-orders (orders/group)

    Terraform alone knows the identities of
      rg-orders (orders/group)

    ACCESS

      ROLE               SCOPE                     BOUND BY
    id-orders (orders/identity)
      Reader             rg-orders (orders/group)  orders/identity/reads
      (member of group)  rg-orders (orders/group)  orders/identity/reads

    PREREQUISITES

    orders/identity/reads: the declared deployer may not do all that is asked for
      at rg-orders (orders/group)
        missing: Reader (with a condition)
      no built-in role allows Reader
      not covered: 1 resource of id-orders (orders/identity)

    FINDINGS

      error  orders/identity/reads
        rule: name "Reader"
          use "rg-orders (orders/group)"
      accepted  orders/identity/reads
        rule: name "Reader"
          accepted at orders/identity/reads: rg-orders (orders/group)
    "
  `);
});
