import type { Model } from "../model/model";
import type { Block } from "../model/terraform-json";
import type { Operation } from "./operation";
import type { Place } from "./place";
import { providerBlocks } from "./provider-block";
import { subscriptionIn } from "./subscription";

/**
 * What azurerm asks for before it does anything: it lists the resource providers of the subscription, and registers
 * those of its set that are not. Which are, no stack says; those that the stack works with are named.
 *
 * Source: azurerm, resource_provider_registrations; the source code of azurerm 4.
 */
export function providerOperations(model: Model, stack: string, used: Iterable<string>): Operation[] {
  return providerBlocks(model, stack).flatMap((block) => {
    const address = typeof block.alias === "string" ? `provider.azurerm.${block.alias}` : "provider.azurerm";
    const place = subscriptionIn(model, stack, block);
    const subject = { stack, address, path: stack };
    const added = [block.resource_providers_to_register ?? []].flat().map(String);
    const namespaces = new Set([...(registers(block) ? used : []), ...added]);
    return [
      listing(subject, place, registers(block) || added.length > 0),
      ...[...namespaces].map(
        (namespace): Operation => ({
          subject,
          phase: "configure",
          action: `${namespace}/register/action`,
          isData: false,
          place,
          certainty: "conditional",
          why: "registers a resource provider",
          when: "it is not registered in the subscription",
        }),
      ),
    ];
  });
}

function listing(subject: Operation["subject"], place: Place, isFatal: boolean): Operation {
  return {
    subject,
    phase: "configure",
    action: "Microsoft.Resources/subscriptions/providers/read",
    isData: false,
    place,
    certainty: isFatal ? "always" : "conditional",
    why: "lists the resource providers of the subscription",
    ...(isFatal ? {} : { when: "ARM_PROVIDER_ENHANCED_VALIDATION is not false" }),
  };
}

function registers(block: Block): boolean {
  const { resource_provider_registrations: set, skip_provider_registration: skip } = block;
  return set === undefined ? skip !== true && skip !== "true" : set !== "none";
}
