import { checkMarkdown } from "../../../lib/report/findings/check-markdown";
import type { LocatedFinding } from "../../../lib/report/findings/located-finding";
import { findingsText } from "../../../lib/rules/findings-text";
import { command, folderWith, identityNamed } from "../support";

const FINDING: LocatedFinding = {
  rule: "identity-name",
  level: "error",
  stack: "orders",
  path: "orders/identity",
  address: "azurerm_user_assigned_identity.identity",
  message: 'identity name "id.orders" contains "."; allowed are letters; change the name',
  file: "cdk.tf.json",
  line: 1,
};

function markdown(findings: readonly LocatedFinding[], requirements?: string): string {
  return checkMarkdown({
    schemaVersion: 1,
    libraryVersion: "0.1.0",
    stacks: ["orders"],
    notices: [],
    findings,
    ...(requirements ? { requirements } : {}),
  });
}

test("a check is a comment that begins with counts and notes", async () => {
  const folder = folderWith({
    "orders/main.tf.json": identityNamed("id.orders"),
  });
  const { out } = await command("check", folder, "--format", "markdown");
  expect(out).toMatch(
    /^\*\*Azure identities:\*\* findings: 1 error\n\n> there is no identity-report\.json: .*\n/,
  );
  expect(out).toContain("allowed are 3-128 of A-Z a-z 0-9");
});

test("what is accepted stands apart, with the reason", () => {
  const accepted = {
    id: "identity-name",
    path: "orders",
    reason: "made before",
  };
  const text = markdown([FINDING, { ...FINDING, path: "orders/old", accepted }]);
  expect(text).toContain("findings: 1 error; 1 error accepted\n");
  expect(text.slice(text.indexOf("<details>"))).toContain("made before");
  expect(text.slice(0, text.indexOf("<details>"))).not.toContain("orders/old");
});

test("without findings it says so", () => {
  expect(markdown([])).toBe("**Azure identities:** no findings\n");
});

test("what is for information is counted as in the text of a check", () => {
  const finding = { ...FINDING, level: "information" } as const;
  expect(markdown([finding])).toContain("findings: 1 for information\n");
  expect(findingsText([finding])).toContain("1 for information in 1 stack\n");
});

test("stale requirements have a line each, which shows what came and what went", () => {
  expect(markdown([], "requirements.json is stale:\n  + Reader at /\n  - Owner at /<var.id>")).toContain(
    "> error: requirements.json is stale:\n>\n> `+ Reader at /`\n>\n> `- Owner at /<var.id>`\n",
  );
});

test("a comment of GitHub holds it, however many findings there are", () => {
  const text = markdown(Array.from({ length: 2000 }, () => FINDING));
  expect(Buffer.byteLength(text)).toBeLessThan(65_536);
  expect(text).toMatch(/\*\*1\d+ more/);
});
