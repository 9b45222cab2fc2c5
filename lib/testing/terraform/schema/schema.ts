/** A type as Terraform writes it in JSON: `"string"`, `["set", "string"]`, `["object", { id: "string" }]`. */
export type TypeExpression =
  | "string"
  | "number"
  | "bool"
  | "dynamic"
  | ["list" | "set" | "map", TypeExpression]
  | ["object", { [name: string]: TypeExpression }];

export interface AttributeSchema {
  readonly type: TypeExpression;
  readonly required?: boolean;
  readonly optional?: boolean;
  readonly computed?: boolean;
  readonly sensitive?: boolean;
}

export interface BlockSchema {
  readonly attributes: { readonly [name: string]: AttributeSchema };
  readonly blocks: { readonly [name: string]: NestedBlockSchema };
}

export interface NestedBlockSchema {
  readonly nesting: "single" | "list" | "set";
  readonly minItems: number;
  /** 0 where there is no limit. */
  readonly maxItems: number;
  readonly block: BlockSchema;
}

/** What a provider can be asked for: all that one stack says, or more. */
export interface ProviderSchema {
  /** The local name and the first word of its types: `azurerm`. */
  readonly name: string;
  /** Where Terraform would get it: `hashicorp/azurerm`. */
  readonly source: string;
  readonly version: string;
  readonly provider: BlockSchema;
  readonly resources: { readonly [type: string]: BlockSchema };
  readonly dataSources: { readonly [type: string]: BlockSchema };
}
