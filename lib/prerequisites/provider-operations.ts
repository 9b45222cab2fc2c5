import type { Model } from "../model/model";
import type { Block } from "../model/terraform-json";
import type { OperationKind, Requester } from "./operation";
import { providerBlocks } from "./provider-block";
import { subscriptionIn } from "./subscription";

export const LISTING = "Microsoft.Resources/subscriptions/providers/read";

/**
 * What azurerm asks for before it does anything: it lists the resource providers of the subscription, and registers
 * those of its set that are not. Which are, no stack says; those that the stack works with are named.
 *
 * Source: azurerm, resource_provider_registrations; the source code of azurerm 4.55.
 */
export function providerRequesters(model: Model, stack: string, used: Iterable<string>): Requester[] {
  return providerBlocks(model, stack).map((block) => {
    const address = typeof block.alias === "string" ? `provider.azurerm.${block.alias}` : "provider.azurerm";
    const added = [block.resource_providers_to_register ?? []].flat().map(String);
    const registers = registersSome(block);
    const namespaces = new Set([...(registers === "no" ? [] : used), ...added]);
    const listing = listingOf(added.length > 0 ? "yes" : registers);
    const kinds = [listing, ...[...namespaces].map(registration)];
    return {
      subject: { stack, address, path: stack },
      asked: { type: "provider.azurerm", kinds, scopes: [CONFIGURE.scope] },
      places: [[subscriptionIn(model, stack, block)]],
    };
  });
}

/** The whole run fails where it is refused. */
function listingOf(registers: Registers): OperationKind {
  const listing = { ...CONFIGURE, action: LISTING, why: "lists the resource providers of the subscription" };
  if (registers === "yes") return { ...listing, certainty: "always" };
  const validates = "ARM_PROVIDER_ENHANCED_VALIDATION is not set to false where Terraform runs";
  const when =
    registers === "no" ? validates : `resource_provider_registrations is not "none", or ${validates}`;
  return { ...listing, certainty: "conditional", when };
}

function registration(namespace: string): OperationKind {
  return {
    ...CONFIGURE,
    action: `${namespace}/register/action`,
    certainty: "conditional",
    why: "registers a resource provider",
    when: "it is not registered in the subscription",
  };
}

const CONFIGURE = { phase: "configure", isData: false, scope: "subscription" } as const;

type Registers = "yes" | "no" | "unknown";

/** Whether the provider has a set of resource providers to register. */
function registersSome(block: Block): Registers {
  const { resource_provider_registrations: set, skip_provider_registration: skip } = block;
  if (typeof set === "string" && set.includes("${")) return "unknown";
  if (set === undefined) return skip === true || skip === "true" ? "no" : "yes";
  return set === "none" ? "no" : "yes";
}
