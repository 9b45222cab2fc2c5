/** Attributes of one resource, data source or other block, as Terraform JSON has them. */
export type Block = { readonly [argument: string]: unknown };

/** The parts of a stack's Terraform JSON that the model reads. */
export interface TerraformJson {
  readonly resource?: { readonly [type: string]: { readonly [name: string]: Block } };
  readonly data?: { readonly [type: string]: { readonly [name: string]: Block } };
  readonly module?: { readonly [name: string]: Block };
  readonly output?: { readonly [name: string]: Block };
  readonly locals?: { readonly [name: string]: unknown };
  readonly variable?: { readonly [name: string]: Block };
  readonly provider?: { readonly [name: string]: unknown };
  readonly terraform?: {
    readonly required_providers?: { readonly [name: string]: Block };
    readonly backend?: { readonly [type: string]: Block };
  };
}

/** Several constructs that ended up as one element, because their names are the same for Terraform. */
export interface MergedElements {
  readonly address: string;
  /** Construct paths of all of them, the first one first. */
  readonly paths: readonly string[];
}

/** One stack, as the model is read from it. */
export interface StackSource {
  /** Construct path of the stack. */
  readonly path: string;
  readonly json: TerraformJson;
  /** Addresses made by constructs of this library; `data.` stands in front of data sources. */
  readonly own: ReadonlySet<string>;
  readonly merged: readonly MergedElements[];
}
