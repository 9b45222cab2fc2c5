import { readFileSync } from "node:fs";
import { join } from "node:path";
import ts from "typescript";
import { temporaryFolder } from "../support";
import { compileErrors } from "./compile";
import { pages, programsOf } from "./markdown";

const PROGRAMS = pages().flatMap((page) =>
  programsOf(page).map(({ text }, at) => ({ name: `${page.replace(/\.md$/, "")}-${at + 1}.ts`, text })),
);
const BY_NAME = new Map(PROGRAMS.map(({ name, text }) => [name, text]));

/** Runs a program as node would, and returns what it wrote. */
function run(program: string): { stacks: Record<string, { annotations: object[] }> } {
  const outdir = temporaryFolder();
  process.env.CDKTF_OUTDIR = outdir;
  try {
    const options = { module: ts.ModuleKind.CommonJS, target: ts.ScriptTarget.ES2022 };
    const { outputText } = ts.transpileModule(program, { compilerOptions: options });
    new Function("require", "exports", outputText)(require, {});
  } finally {
    delete process.env.CDKTF_OUTDIR;
  }
  return JSON.parse(readFileSync(join(outdir, "manifest.json"), "utf8"));
}

test.each(PROGRAMS)("$name synthesizes without findings", ({ text }) => {
  const { stacks } = run(text);
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
  "existing-virtual-machine",
  "federated-credential",
  "group-membership",
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
