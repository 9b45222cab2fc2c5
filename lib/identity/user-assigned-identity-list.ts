import type { DataAzurermResources } from "@cdktf/provider-azurerm/lib/data-azurerm-resources";
import { type TerraformProvider, Token } from "cdktf";
import { Construct } from "constructs";
import { checkStackOf } from "../synth/hook";
import { own } from "../synth/marks";

/** Which user-assigned identities to list. */
export interface UserAssignedIdentityListProps {
  /**
   * Name of the resource group that they are in.
   *
   * @default - all of the provider's subscription
   */
  readonly resourceGroupName?: string;

  /**
   * Tags that they have, with the same case.
   *
   * @default - any
   */
  readonly requiredTags?: { [key: string]: string };

  /**
   * The azurerm provider whose subscription holds them.
   *
   * @default - the azurerm provider of the stack that has no alias
   */
  readonly provider?: TerraformProvider;
}

/**
 * The user-assigned identities that exist in a resource group or in a subscription, by names and ids. Terraform lists
 * them at each plan, in one look-up, however many there are.
 *
 * Azure lists no principal ids and client ids: `UserAssignedIdentity.fromNames` looks each of these up.
 */
export class UserAssignedIdentityList extends Construct {
  /** The data source of the provider; its `resources` have locations and tags too. */
  public readonly resource: DataAzurermResources;

  public constructor(scope: Construct, id: string, props: UserAssignedIdentityListProps = {}) {
    super(scope, id);
    checkStackOf(this);
    const { DataAzurermResources: Resources } = dataSource();
    this.resource = own(
      new Resources(this, "Default", { ...props, type: "Microsoft.ManagedIdentity/userAssignedIdentities" }),
    );
  }

  /** Resource ids, in the order in which Azure lists them. */
  public get ids(): string[] {
    return this.each("id");
  }

  /** Names, in the same order. */
  public get names(): string[] {
    return this.each("name");
  }

  private each(attribute: string): string[] {
    return Token.asList(this.resource.interpolationForAttribute(`resources[*].${attribute}`));
  }
}

/** Few stacks list what exists: those that do load the class. */
function dataSource(): typeof import("@cdktf/provider-azurerm/lib/data-azurerm-resources") {
  return require("@cdktf/provider-azurerm/lib/data-azurerm-resources");
}
