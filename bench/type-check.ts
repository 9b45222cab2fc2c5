import { join } from "node:path";
import ts from "typescript";

const CONSUMER = join(__dirname, "consumer");

/** Files that the compiler loads for a stack with the library, beyond those for the same stack of raw classes. */
export function typeCheckFigure() {
  return {
    name: "files that tsc loads for a stack, beyond the same stack of raw classes",
    value: filesOf("library.ts") - filesOf("raw.ts"),
    atMost: 100,
    unit: "files" as const,
    rounds: 1,
  };
}

/** The library resolves to its declarations, as it does for a consumer: package self-reference needs no path. */
function filesOf(name: string): number {
  const program = ts.createProgram([join(CONSUMER, name)], {
    module: ts.ModuleKind.Node16,
    moduleResolution: ts.ModuleResolutionKind.Node16,
    skipLibCheck: true,
    noEmit: true,
    types: ["node"],
  });
  const errors = ts.getPreEmitDiagnostics(program);
  if (errors.length > 0) throw new Error(ts.formatDiagnostics(errors, formatHost));
  return program.getSourceFiles().length;
}

const formatHost: ts.FormatDiagnosticsHost = {
  getCanonicalFileName: (file) => file,
  getCurrentDirectory: () => process.cwd(),
  getNewLine: () => "\n",
};
