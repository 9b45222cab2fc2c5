import fc from "fast-check";
import { comment } from "../../lib/report/markdown/comment";
import { code, message, prose } from "../../lib/report/markdown/escape";
import { markdownReport } from "../../lib/report/markdown/markdown-report";
import { anyName } from "./arbitraries";
import { documentWith } from "./document-with";

/** What GitHub takes for a comment. */
const LIMIT = 65_536;

test("a report for a pull request", () => {
  const names = [
    "id-orders (orders/identity)",
    "Reader",
    "rg-orders (orders/group)",
    "orders/identity/reads",
  ];
  expect(markdownReport(documentWith(names))).toMatchInlineSnapshot(`
    "**Azure identities:** 1 user-assigned identity, 1 role binding, 1 group membership in 1 stack; findings: 1 error; 1 warning accepted

    - orders/identity/reads has no report

    #### Findings: 1

    | level | finding |
    | --- | --- |
    | error | rule at \`orders/identity/reads\`<br>name \`Reader\`<br>use \`rg-orders (orders/group)\` |

    <details><summary><b>Accepted findings: 1</b></summary>

    | reason | finding |
    | --- | --- |
    | rg-orders (orders/group) | rule at \`orders/identity/reads\`<br>name \`Reader\` |

    </details>

    #### Access: 1

    | who | role | scope |
    | --- | --- | --- |
    | \`id-orders (orders/identity)\` | \`Reader\`<br>by \`orders/identity/reads\` | \`rg-orders (orders/group)\` |

    #### Group memberships: 1

    | who | group |
    | --- | --- |
    | \`id-orders (orders/identity)\` | \`rg-orders (orders/group)\`<br>by \`orders/identity/reads\` |

    <details><summary><b>Identities: 1</b></summary>

    | identity | hosts | trusts |
    | --- | --- | --- |
    | \`id-orders (orders/identity)\` user-assigned | \`rg-orders (orders/group)\` | \`id-orders (orders/identity)\` of \`rg-orders (orders/group)\` |

    </details>

    <details><summary><b>Hosts of which Terraform alone knows the identities: 1</b></summary>

    | host |
    | --- |
    | \`rg-orders (orders/group)\` |

    </details>

    <details><summary><b>Prerequisites of 1 stack</b></summary>

    - \`orders/identity/reads\`: the declared deployer may not do all that is asked for
      - Reader (with a condition) at \`rg-orders (orders/group)\`: missing
      - no built-in role allows Reader
      - not covered: 1 resource of id-orders (orders/identity)

    </details>
    "
  `);
});

test.each([
  ["a name", "`a name`"],
  ["${var.x} and @team #1", "`${var.x} and @team #1`"],
  ["a|b", "<code>a&#124;b</code>"],
  ["a`b", "<code>a&#96;b</code>"],
  ["\\", "<code>&#92;</code>"],
  [" x", "<code> x</code>"],
  ["<b>|", "<code>&#60;b&#62;&#124;</code>"],
  ["", ""],
])("%j as code is %s", (text, written) => {
  expect(code(text)).toBe(written);
});

test.each([
  ["a role of azurerm_role_assignment", "a role of azurerm_role_assignment"],
  ["_x_ *y* [z](u)", "&#95;x&#95; &#42;y&#42; &#91;z&#93;(u)"],
  ["</details> & | `", "&#60;/details&#62; &#38; &#124; &#96;"],
  ["@team, #12", "@<!-- -->team, #<!-- -->12"],
  ["$a$", "&#36;a&#36;"],
  ["two\nlines", "two&#92;nlines"],
])("%j as words is %s", (text, written) => {
  expect(prose(text)).toBe(written);
});

test("what a message quotes is code", () => {
  expect(message('identity name "id_*" contains "*"')).toBe("identity name `id_*` contains `*`");
  expect(message('it contains " ", ""')).toBe('it contains " ", ""');
});

test("whatever the names, each row has the cells of its table, and no other tags than ours", () => {
  fc.assert(
    fc.property(fc.array(anyName, { minLength: 4, maxLength: 4 }), (names) => {
      const written = markdownReport(documentWith(names));
      const tags = written.replace(/`[^`\n]*`/g, "").match(/<[^>]*>/g) ?? [];
      expect(new Set(tags.map((tag) => tag.replace("/", "")))).toEqual(
        new Set([
          "<br>",
          "<details>",
          "<summary>",
          "<b>",
          ...tags.filter((tag) => /^<(?:code|!-- --)>$/.test(tag)),
        ]),
      );
      for (const table of written.split(/\n\n+/).filter((part) => part.startsWith("|"))) {
        const bars = table
          .trimEnd()
          .split("\n")
          .map((line) => line.split("|").length);
        expect(new Set(bars).size).toBe(1);
      }
    }),
  );
});

test("a comment has no more than GitHub takes, and says how many rows are left out", () => {
  const rows = fc.array(
    fc.string({
      minLength: 1,
      maxLength: 3000,
      unit: fc.constantFrom("a", "é", "日"),
    }),
    {
      maxLength: 60,
    },
  );
  fc.assert(
    fc.property(fc.array(rows, { maxLength: 6 }), (parts) => {
      const blocks = parts.map((lines, at) => ({
        start: `# ${at}\n`,
        rows: lines.map((line) => `- ${line}\n`),
        end: "\n",
      }));
      const written = comment(blocks);
      expect(Buffer.byteLength(written)).toBeLessThanOrEqual(LIMIT);
      const shown = written.match(/^- /gm)?.length ?? 0;
      const left = [...written.matchAll(/\*\*(\d+) more\*\*/g)].reduce(
        (sum, [, count]) => sum + Number(count),
        0,
      );
      expect(shown + left).toBe(parts.flat().length);
    }),
  );
});

function block(name: string, count: number, text = "x") {
  return {
    start: `# ${name}\n`,
    rows: Array.from({ length: count }, () => `- ${text.repeat(97)}\n`),
    end: "\n",
  };
}

test("the short parts of a long comment are whole, wherever they stand", () => {
  const written = comment([block("many", 2000), block("few", 100), block("some", 2000)]);
  const [, many = "", few = "", some = ""] = written.split(/^# .*$/m);
  expect(few).not.toContain("more");
  for (const part of [many, some]) {
    expect(part).toMatch(/\*\*1\d{3} more\*\*, for which a comment has no room: `--format json` has all/);
  }
  expect(Math.abs(many.length - some.length)).toBeLessThan(200);
});

test("the limit holds in bytes too", () => {
  expect(Buffer.byteLength(comment([block("many", 2000, "日")]))).toBeLessThanOrEqual(LIMIT);
});
