import { readFileSync } from "node:fs";
import { join } from "node:path";
import { compileErrors } from "./compile";
import { pages, programsOf } from "./markdown";
import { runProgram } from "./run-program";

const PROGRAMS = pages().flatMap((page) =>
  programsOf(page).map(({ text }, at) => ({ name: `${page.replace(/\.md$/, "")}-${at + 1}.ts`, text })),
);
/** What programs read, by their page. */
const FILES: { readonly [name: string]: readonly string[] } = {
  "docs/deployer-identity-1.ts": ["examples/deployer-identity/requirements.json"],
};
const BY_NAME = new Map(PROGRAMS.map(({ name, text }) => [name, text]));

type Annotated = { stacks: Record<string, { annotations: object[] }> };

test.each(PROGRAMS)("$name synthesizes without findings", ({ name, text }) => {
  const manifest = join(runProgram(text, FILES[name]), "manifest.json");
  const { stacks }: Annotated = JSON.parse(readFileSync(manifest, "utf8"));
  expect(Object.values(stacks).map(({ annotations }) => annotations)).toEqual([[]]);
});

test("the programs on the pages compile", () => {
  expect(compileErrors(BY_NAME)).toEqual([]);
});

test("a program that does not compile is found out", () => {
  const wrong = 'import { Role } from "cdktf-azure-identity";\nRole.builtIn("Raeder");';
  expect(compileErrors(new Map([["docs/wrong.ts", wrong]]))).toEqual([
    expect.stringContaining("docs/wrong.ts: Argument of type '\"Raeder\"' is not assignable"),
  ]);
});

test.each([
  "custom-role",
  "deployer-identity",
  "existing-virtual-machine",
  "federated-credential",
  "group-membership",
  "identity-report",
  "identity-role-binding",
  "identity-rules",
  "identity-verification",
  "managed-identity-of-resource",
  "operating-system",
  "prerequisites",
  "scale-sets",
  "principal",
  "user-assigned-identity",
  "vm",
  "vm-with-system-identity",
])("docs/%s.md has a program", (page) => {
  expect(programsOf(`docs/${page}.md`)).toHaveLength(1);
});
