import ts from "typescript";

/** Properties of exported interfaces, inherited ones included, as the compiler sees them: by name of the interface. */
export function interfaceMembers(
  interfaces: Readonly<Record<string, string>>,
): ReadonlyMap<string, string[]> {
  const program = ts.createProgram([...new Set(Object.values(interfaces))], {
    module: ts.ModuleKind.Node16,
    moduleResolution: ts.ModuleResolutionKind.Node16,
    skipLibCheck: true,
    noLib: true,
    types: [],
  });
  const checker = program.getTypeChecker();
  return new Map(
    Object.entries(interfaces).map(([name, file]) => {
      const source = program.getSourceFile(file);
      const module = source && checker.getSymbolAtLocation(source);
      const symbol =
        module && checker.getExportsOfModule(module).find((candidate) => candidate.name === name);
      if (!symbol) throw new Error(`${file} exports no ${name}`);
      const members = checker.getDeclaredTypeOfSymbol(symbol).getProperties();
      return [name, members.map((member) => member.name).sort()];
    }),
  );
}
