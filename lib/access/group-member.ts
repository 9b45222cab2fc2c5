import { stringToTerraform, type TerraformMetaArguments, TerraformResource } from "cdktf";
import type { Construct } from "constructs";
import { GROUP_MEMBER_TYPE } from "../model/group-membership";
import { hclText } from "../synth/hcl-text";
import { requireProvider } from "../synth/required-provider";

const AZUREAD = { source: "hashicorp/azuread", version: "~> 3.0" };

/** What a group member is made of; the ids are asked for when the stack is synthesized. */
export interface GroupMemberArguments {
  readonly groupObjectId: string;
  readonly memberObjectId: () => string;
}

/** An `azuread_group_member`, written without bindings of azuread, which not every project has. */
export class GroupMember extends TerraformResource {
  public constructor(
    scope: Construct,
    id: string,
    private readonly given: GroupMemberArguments,
    options: TerraformMetaArguments,
  ) {
    super(scope, id, { terraformResourceType: GROUP_MEMBER_TYPE, ...options });
    requireProvider(this, "azuread", AZUREAD);
  }

  protected override synthesizeAttributes(): { [name: string]: unknown } {
    return {
      group_object_id: stringToTerraform(this.given.groupObjectId),
      member_object_id: stringToTerraform(this.given.memberObjectId()),
    };
  }

  protected override synthesizeHclAttributes(): { [name: string]: unknown } {
    return {
      group_object_id: hclText(this.given.groupObjectId),
      member_object_id: hclText(this.given.memberObjectId()),
    };
  }
}
