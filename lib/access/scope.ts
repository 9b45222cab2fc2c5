import { DataAzurermSubscription } from "@cdktf/provider-azurerm/lib/data-azurerm-subscription";
import { type TerraformProvider, TerraformStack } from "cdktf";
import type { Construct } from "constructs";
import { checkStackOf } from "../synth/hook";
import { isOwn, own } from "../synth/marks";

/** Writes scopes of role bindings. A scope is an ARM id: the id of any resource is one too. */
export class Scope {
  /** `/subscriptions/<subscriptionId>`, from a GUID or a token. */
  public static subscription(subscriptionId: string): string {
    return `/subscriptions/${subscriptionId}`;
  }

  /** `/subscriptions/<subscriptionId>/resourceGroups/<name>`: a group of another stack or of none. */
  public static resourceGroup(subscriptionId: string, name: string): string {
    return `${Scope.subscription(subscriptionId)}/resourceGroups/${name}`;
  }

  /** `/providers/Microsoft.Management/managementGroups/<name>`; the name is the group's id, not its display name. */
  public static managementGroup(name: string): string {
    return `/providers/Microsoft.Management/managementGroups/${name}`;
  }

  /**
   * The subscription of an azurerm provider, looked up by Terraform: one data source per provider in each stack,
   * `data.azurerm_subscription.current-subscription` for the provider without alias.
   *
   * @param provider the azurerm provider that is meant; the stack's provider without alias when not given
   */
  public static currentSubscription(construct: Construct, provider?: TerraformProvider): string {
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
