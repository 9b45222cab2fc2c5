import type {
  ITerraformDependable,
  TerraformProvider,
  TerraformResource,
  TerraformResourceLifecycle,
} from "cdktf";
import { Construct } from "constructs";
import type { IManagedIdentity } from "../identity/managed-identity";
import { once } from "../synth/deferred";
import { checkStackOf } from "../synth/hook";
import { own } from "../synth/marks";
import { principalIdOf } from "./create-role-assignment";
import { kindProblem, refuseProps, text } from "./given";
import { GroupMember } from "./group-member";
import { principalProblems } from "./principal-problems";

/** Who becomes a member of which group. */
export interface GroupMembershipProps {
  /** The identity that becomes a member. Another one replaces the membership. */
  readonly member: IManagedIdentity;

  /** Object id of the group in Entra, a GUID or a token. Another one replaces the membership. */
  readonly groupObjectId: string;

  /**
   * Lifecycle of the membership.
   *
   * @default - Terraform's own
   */
  readonly lifecycle?: TerraformResourceLifecycle;

  /**
   * What the membership waits for, beside what it refers to.
   *
   * @default - nothing
   */
  readonly dependsOn?: ITerraformDependable[];

  /**
   * The azuread provider of the tenant that has the group.
   *
   * @default - the azuread provider of the stack that has no alias, or one without a configuration
   */
  readonly provider?: TerraformProvider;
}

const GROUP = text('the object id of a group; pass what "az ad group show --group <name> --query id" says');

/**
 * Makes a managed identity a member of a group of Entra, so that it may do what the group may.
 *
 * Makes one `azuread_group_member`, at the address that the raw resource with the same id would have. Bindings of
 * azuread are not needed; where the stack has a provider of it, that one is used. A token that the identity got
 * before knows nothing of the group, for up to a day.
 */
export class GroupMembership extends Construct implements ITerraformDependable {
  /** The resource, with the arguments `group_object_id` and `member_object_id` for overrides. */
  public readonly resource: TerraformResource;

  /** @throws when member or group is none: the message lists both */
  public constructor(scope: Construct, id: string, props: GroupMembershipProps) {
    const { member, groupObjectId, ...options } = props ?? {};
    refuseProps(scope, id, [
      ...principalProblems("member", member),
      ...kindProblem("groupObjectId", groupObjectId, GROUP),
    ]);
    super(scope, id);
    checkStackOf(this);
    this.resource = own(
      new GroupMember(
        this,
        "Default",
        { groupObjectId, memberObjectId: once(() => principalIdOf(this, member)) },
        options,
      ),
    );
  }

  /** `<object id of the group>/member/<object id of the member>`. */
  public get id(): string {
    return this.resource.getStringAttribute("id");
  }

  /** What `dependsOn` of other constructs and resources uses. */
  public get fqn(): string {
    return this.resource.fqn;
  }
}
