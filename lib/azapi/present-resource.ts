import { TerraformDataSource, type TerraformMetaArguments } from "cdktf";
import type { Construct } from "constructs";
import { own } from "../synth/marks";
import { hclArguments } from "./hcl-arguments";
import { azapiFor, GENERATOR } from "./provider";

/** Arguments of the data source `azapi_resource`, in Terraform's names. */
export interface PresentResourceArguments {
  readonly type: string;
  readonly resource_id: string;
  readonly response_export_values: { readonly [name: string]: string };
}

/** A resource as Resource Manager shows it at the time of the plan. */
export class PresentResource extends TerraformDataSource {
  public constructor(
    scope: Construct,
    id: string,
    private readonly given: PresentResourceArguments,
    meta: TerraformMetaArguments = {},
  ) {
    super(scope, id, {
      terraformResourceType: "azapi_resource",
      terraformGeneratorMetadata: GENERATOR,
      ...meta,
    });
    if (!meta.provider) azapiFor(this);
    own(this);
  }

  /**
   * The address, known once the stack is synthesized: reading it fixes the logical id.
   *
   * @internal
   */
  public get _address(): string {
    return `data.${this.terraformResourceType}.${this.friendlyUniqueId}`;
  }

  protected override synthesizeAttributes(): { [name: string]: unknown } {
    return { ...this.given };
  }

  protected override synthesizeHclAttributes(): { [name: string]: unknown } {
    return hclArguments(this.given);
  }
}
