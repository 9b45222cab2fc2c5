import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { ElementKind } from "./element";
import { classFile } from "./generated-source";

const TYPE = /\btfResourceType = "([^"]+)"/;
const KIND = /\bextends cdktf\.(Terraform(?:Resource|DataSource|Provider)) \{/;

/** The files of one provider's bindings by what they declare. */
export class ClassFolders {
  private scanned: Map<string, string> | undefined;

  /** @param folder the one that holds a folder for each class */
  public constructor(
    public readonly folder: string,
    private readonly provider: string,
  ) {}

  /** The file of a type: where the generator is expected to put it, else wherever it is. */
  public find(kind: ElementKind, type: string): string | undefined {
    const expected = classFile(join(this.folder, this.expectedName(kind, type)));
    if (expected !== undefined && declares(expected) === key(kind, type)) return expected;
    this.scanned ??= this.scan();
    return this.scanned.get(key(kind, type));
  }

  private expectedName(kind: ElementKind, type: string): string {
    if (kind === "TerraformProvider") return "provider";
    const name = kind === "TerraformDataSource" ? `data_${type}` : type.replace(`${this.provider}_`, "");
    return name.replaceAll("_", "-");
  }

  /** Words that TypeScript reserves, and names with odd digits, have folders of other names. */
  private scan(): Map<string, string> {
    const files = readdirSync(this.folder, { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .flatMap((entry) => classFile(join(this.folder, entry.name)) ?? []);
    return new Map(files.map((file) => [declares(file), file]));
  }
}

/** The folder of the classes in a package or in what `cdktf get` wrote; undefined where there are none. */
export function classRoot(folder: string): string | undefined {
  return [join(folder, "lib"), folder].find((root) => existsSync(root) && classFile(join(root, "provider")));
}

function declares(file: string): string {
  const text = readFileSync(file, "latin1");
  return key(KIND.exec(text)?.[1] ?? "", TYPE.exec(text)?.[1] ?? "");
}

function key(kind: string, type: string): string {
  return `${kind} ${type}`;
}
