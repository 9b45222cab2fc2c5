import { type TerraformMetaArguments, TerraformResource } from "cdktf";
import type { Construct } from "constructs";
import { own } from "../synth/marks";
import { hclArguments } from "./hcl-arguments";
import { azapiFor, GENERATOR } from "./provider";

/** Arguments of `azapi_resource_action`, in Terraform's names. */
export interface ResourceActionArguments {
  readonly type: string;
  readonly resource_id: string;
  readonly method: "PATCH";
  /** @default "apply" */
  readonly when?: "destroy";
  readonly body: { readonly [property: string]: unknown };
  /** Requests of one run that name the same id wait for each other. */
  readonly locks: readonly string[];
  /** @default false */
  readonly ignore_not_found?: boolean;
  readonly response_export_values?: { readonly [name: string]: string };
}

/** One request to Resource Manager, without bindings: the cdktf project never published any for azapi. */
export class ResourceAction extends TerraformResource {
  public constructor(
    scope: Construct,
    id: string,
    private readonly given: ResourceActionArguments,
    meta: TerraformMetaArguments = {},
  ) {
    super(scope, id, {
      terraformResourceType: "azapi_resource_action",
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
    return `${this.terraformResourceType}.${this.friendlyUniqueId}`;
  }

  protected override synthesizeAttributes(): { [name: string]: unknown } {
    return { ...this.given };
  }

  protected override synthesizeHclAttributes(): { [name: string]: unknown } {
    return hclArguments(this.given);
  }
}
