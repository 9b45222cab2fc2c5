import ts from "typescript";

/** A property, method or constructor as the page shows it. */
export interface ApiMember {
  readonly kind: "property" | "method" | "constructor";
  readonly name: string;
  readonly isStatic: boolean;
  readonly isOptional: boolean;
  /** `(scope: Construct, id: string)`; empty for a property. */
  readonly parameters: string;
  readonly type: string;
  readonly text: string;
  readonly tags: Readonly<Record<string, string>>;
}

/** One export of the library. */
export interface ApiEntry {
  readonly kind: "class" | "interface" | "type";
  readonly name: string;
  readonly text: string;
  readonly bases: readonly string[];
  /** What a type alias stands for. */
  readonly type: string;
  readonly members: readonly ApiMember[];
}

/** Public exports of a file, sorted by name; what is private, protected or marked as internal is left out. */
export function readApi(file: string): ApiEntry[] {
  const program = ts.createProgram([file], {
    module: ts.ModuleKind.Node16,
    moduleResolution: ts.ModuleResolutionKind.Node16,
    noLib: true,
    types: [],
  });
  const checker = program.getTypeChecker();
  const source = program.getSourceFile(file);
  const module = source && checker.getSymbolAtLocation(source);
  if (!module) throw new Error(`${file} exports nothing`);
  return checker
    .getExportsOfModule(module)
    .map((symbol) => entryOf(checker, symbol))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

function entryOf(checker: ts.TypeChecker, symbol: ts.Symbol): ApiEntry {
  const [declaration] = symbol.declarations ?? [];
  const shared = { name: symbol.name, text: textOf(checker, symbol) };
  if (declaration && ts.isTypeAliasDeclaration(declaration))
    return { ...shared, kind: "type", bases: [], type: plain(declaration.type), members: [] };
  if (!declaration || !(ts.isClassDeclaration(declaration) || ts.isInterfaceDeclaration(declaration)))
    throw new Error(`${symbol.name} is neither a class, an interface nor a type`);
  return {
    ...shared,
    kind: ts.isClassDeclaration(declaration) ? "class" : "interface",
    bases: (declaration.heritageClauses ?? []).flatMap(({ types }) => types.map(plain)),
    type: "",
    members: [...declaration.members].filter(isPublic).map((member) => memberOf(checker, member)),
  };
}

function isPublic(member: ts.ClassElement | ts.TypeElement): boolean {
  const hidden = ts.ModifierFlags.Private | ts.ModifierFlags.Protected;
  const isInternal = ts.getJSDocTags(member).some(({ tagName }) => tagName.text === "internal");
  return !isInternal && (ts.getCombinedModifierFlags(member) & hidden) === 0;
}

function memberOf(checker: ts.TypeChecker, member: ts.ClassElement | ts.TypeElement): ApiMember {
  const symbol = symbolOf(member);
  const isConstructor = ts.isConstructorDeclaration(member);
  const isCallable = isConstructor || ts.isMethodDeclaration(member);
  const { type } = member as { readonly type?: ts.TypeNode };
  return {
    kind: isConstructor ? "constructor" : isCallable ? "method" : "property",
    name: isConstructor ? "constructor" : symbol.name,
    isStatic: (ts.getCombinedModifierFlags(member) & ts.ModifierFlags.Static) !== 0,
    isOptional: (symbol.flags & ts.SymbolFlags.Optional) !== 0,
    parameters: isCallable ? `(${member.parameters.map(plain).join(", ")})` : "",
    type: type ? plain(type) : "",
    text: textOf(checker, symbol),
    tags: Object.fromEntries(
      symbol.getJsDocTags(checker).map((tag) => [tag.name, ts.displayPartsToString(tag.text)]),
    ),
  };
}

/** `getSymbolAtLocation` answers for names only, and a constructor has none. */
function symbolOf(declaration: ts.Declaration): ts.Symbol {
  return (declaration as ts.Declaration & { readonly symbol: ts.Symbol }).symbol;
}

function textOf(checker: ts.TypeChecker, symbol: ts.Symbol): string {
  return ts.displayPartsToString(symbol.getDocumentationComment(checker));
}

/** The source of a node on one line. */
function plain(node: ts.Node): string {
  return node.getText().replace(/\s+/g, " ");
}
