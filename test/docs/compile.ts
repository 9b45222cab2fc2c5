import { join } from "node:path";
import ts from "typescript";
import { ROOT } from "./markdown";

/** What the compiler says of programs that are files of the repository in its eyes only: by the names given. */
export function compileErrors(programs: ReadonlyMap<string, string>): string[] {
  const { config } = ts.readConfigFile(join(ROOT, "tsconfig.json"), ts.sys.readFile);
  const { options } = ts.parseJsonConfigFileContent(config, { ...ts.sys, readDirectory: () => [] }, ROOT);
  const texts = new Map([...programs].map(([name, text]) => [join(ROOT, name), text]));
  const host = ts.createCompilerHost(options);
  const { readFile, fileExists } = host;
  host.readFile = (file) => texts.get(file) ?? readFile(file);
  host.fileExists = (file) => texts.has(file) || fileExists(file);
  const program = ts.createProgram([...texts.keys()], options, host);
  return [...texts.keys()].flatMap((file) => {
    const source = program.getSourceFile(file);
    return [...program.getSyntacticDiagnostics(source), ...program.getSemanticDiagnostics(source)].map(
      ({ messageText }) =>
        `${file.slice(ROOT.length + 1)}: ${ts.flattenDiagnosticMessageText(messageText, "\n")}`,
    );
  });
}
