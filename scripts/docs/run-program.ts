import ts from "typescript";

/** Runs a program of a page as node would; its app writes to a folder. */
export function runProgram(program: string, outdir: string): void {
  process.env.CDKTF_OUTDIR = outdir;
  try {
    const options = { module: ts.ModuleKind.CommonJS, target: ts.ScriptTarget.ES2022 };
    const { outputText } = ts.transpileModule(program, { compilerOptions: options });
    new Function("require", "exports", outputText)(require, {});
  } finally {
    delete process.env.CDKTF_OUTDIR;
  }
}
