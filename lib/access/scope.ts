import { DataAzurermSubscription } from "@cdktf/provider-azurerm/lib/data-azurerm-subscription";
import { type TerraformProvider, TerraformStack } from "cdktf";
import { Construct } from "constructs";
import { checkStackOf } from "../synth/hook";
import { isOwn, own } from "../synth/marks";
import { isKnown, kindProblem, refuse, stated, text } from "./given";

const SUBSCRIPTION_ID = text("the GUID of a subscription; pass it, or use Scope.currentSubscription(this)");
const GROUP_NAME = text("the name of a resource group; pass it, or the id of the group as the scope");
const CONSTRUCT = {
  is: Construct.isConstruct,
  allowed: "the stack, or a construct in it; pass this",
};

/** Source: azurerm, azurerm_management_group (name). */
const MANAGEMENT_GROUP_ID = /^[\w().-]{1,90}$/;

/** Writes scopes of role bindings. A scope is an ARM id: the id of any resource is one too. */
export class Scope {
  /**
   * `/subscriptions/<subscriptionId>`, from a GUID or a token.
   *
   * @throws when it is not given
   */
  public static subscription(subscriptionId: string): string {
    refuse("Scope.subscription", kindProblem("subscriptionId", subscriptionId, SUBSCRIPTION_ID));
    return `/subscriptions/${subscriptionId}`;
  }

  /**
   * `/subscriptions/<subscriptionId>/resourceGroups/<name>`: a group of another stack or of none.
   *
   * @throws when one of them is not given
   */
  public static resourceGroup(subscriptionId: string, name: string): string {
    refuse("Scope.resourceGroup", [
      ...kindProblem("subscriptionId", subscriptionId, SUBSCRIPTION_ID),
      ...kindProblem("name", name, GROUP_NAME),
    ]);
    return `${Scope.subscription(subscriptionId)}/resourceGroups/${name}`;
  }

  /**
   * `/providers/Microsoft.Management/managementGroups/<name>`; the name is the group's id, not its display name.
   *
   * @throws when a literal cannot be the id of a management group
   */
  public static managementGroup(name: string): string {
    if (isKnown(name) && !(typeof name === "string" && MANAGEMENT_GROUP_ID.test(name))) {
      throw new Error(
        `[Scope.managementGroup] ${stated("name", name, "is not the id of a management group")}; allowed are 1-90 of A-Z a-z 0-9 - _ ( ) .; pass its id, which "az account management-group list" shows as name beside the displayName`,
      );
    }
    return `/providers/Microsoft.Management/managementGroups/${name}`;
  }

  /**
   * The subscription of an azurerm provider, looked up by Terraform: one data source per provider in each stack,
   * `data.azurerm_subscription.current-subscription` for the provider without alias.
   *
   * @param construct a construct of the stack, or the stack itself
   * @param provider the azurerm provider that is meant; the stack's provider without alias when not given
   */
  public static currentSubscription(construct: Construct, provider?: TerraformProvider): string {
    refuse("Scope.currentSubscription", kindProblem("construct", construct, CONSTRUCT));
    const stack = TerraformStack.of(construct);
    const id = ["current-subscription", provider?.alias].filter(Boolean).join("-");
    const existing = stack.node.tryFindChild(id);
    if (existing && !isOwn(existing)) {
      throw new Error(
        `[${existing.node.path}] the id "${id}" is that of a construct of yours, and Scope.currentSubscription makes its data source under it; allowed is a free id; give yours another one`,
      );
    }
    if (existing) return (existing as DataAzurermSubscription).id;
    checkStackOf(stack);
    return own(new DataAzurermSubscription(stack, id, provider ? { provider } : {})).id;
  }
}
