import { blockSchema } from "./block";
import { Declarations } from "./declarations";
import { generatedSource } from "./generated-source";
import { collect, NotUnderstood } from "./not-understood";
import { partsOfElement } from "./parts";
import type { BlockSchema } from "./schema";

/** A base class in cdktf. */
export type ElementKind = "TerraformResource" | "TerraformDataSource" | "TerraformProvider";

export interface Element {
  readonly block: BlockSchema;
  /** The version of the provider; empty where the bindings were made of one without. */
  readonly version: string;
  /** Of a provider: as the bindings require it. */
  readonly source: string | undefined;
}

/** What a file of the bindings says of one resource, data source or provider; what is not understood is a problem. */
export function readElement(
  file: string,
  kind: ElementKind,
  type: string,
  problems: string[],
): Element | undefined {
  return collect(problems, "", () => {
    const declarations = new Declarations(generatedSource(file));
    const text = declarations.findElement(kind, type);
    if (text === undefined)
      throw new NotUnderstood(`no class extends cdktf.${kind} with tfResourceType "${type}"`);
    const place = { declarations, problems, path: "", structs: [] };
    return {
      block: blockSchema(place, partsOfElement(declarations, text)),
      version: /^ +providerVersion: '([^']+)'/m.exec(text)?.[1] ?? "",
      source: /^ +terraformProviderSource: '([^']+)'/m.exec(text)?.[1],
    };
  });
}
