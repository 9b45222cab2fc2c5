import { readFileSync } from "node:fs";
import { join } from "node:path";
import { programsOf, readPage } from "./markdown";
import { runProgram } from "./run-program";

const PAGE = "docs/identity-report.md";

/** The JSON that follows a mark on the page. */
function shown(mark: string): unknown {
  const [, text = ""] =
    new RegExp(`<!-- ${mark} -->\\n\`\`\`json\\n(.*?)\`\`\``, "s").exec(readPage(PAGE)) ?? [];
  return JSON.parse(text);
}

function written() {
  const [program] = programsOf(PAGE);
  const file = join(runProgram(program?.text ?? ""), "stacks/orders/identity-report.json");
  return JSON.parse(readFileSync(file, "utf8"));
}

test("the report on the page is that of its program", () => {
  const { operations: _, json, libraryVersion, ...rest } = written();
  expect(shown("report")).toEqual({
    ...rest,
    libraryVersion: expect.any(String),
    json: { ...json, sha256: "64 hexadecimal digits" },
  });
});

test("the operations on the page are the first of its program", () => {
  const [first] = written().operations;
  expect(shown("operations")).toEqual({ ...first, operations: first.operations.slice(0, 2) });
});

test("the page names every member of the report", () => {
  const named = [...readPage(PAGE).matchAll(/^\| (.*?) \|/gm)].map(([, cell]) => cell).join();
  for (const member of Object.keys(written())) expect(named).toContain(`\`${member}`);
});
