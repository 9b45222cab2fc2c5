import { canonicalSubnetId } from "../azure/subnet-id";
import type { Entry } from "../model/entry";
import { SCALE_SET_TYPES } from "../model/host";
import { knownBlocks } from "../model/known-blocks";
import { readLinked } from "../model/link";
import { follow, type Model } from "../model/model";
import { quotedAddress } from "../model/quoted-address";
import { resourcesOf } from "../model/resources-of";
import type { Block } from "../model/terraform-json";
import { type Reference, showValue, type Value } from "../model/value";
import type { Rule } from "./rule";

const FORM =
  "/subscriptions/<guid>/resourceGroups/<group>/providers/Microsoft.Network/virtualNetworks/<network>/subnets/<subnet>";
const INTERFACE_TYPE = "azurerm_network_interface";
const SUBNET_TYPE = "azurerm_subnet";

/** What a program has beside a subnet, with an id that is not that of one; others, as associations, may have its id. */
const OTHERS: Readonly<Record<string, string>> = {
  azurerm_virtual_network: "virtual network",
  azurerm_resource_group: "resource group",
  azurerm_network_interface: "network interface",
  azurerm_network_security_group: "network security group",
  azurerm_public_ip: "public address",
};

export const subnetId: Rule = {
  id: "subnet-id",
  title: "the subnet of a network interface or of a scale set is given by its resource id",
  why: "azurerm refuses anything else at validate, and the id of what is made with it only at apply",
  source: "azurerm, azurerm_network_interface and scale sets (ValidateSubnetID)",
  level: "error",
  rawLevel: "error",
  check: (model) =>
    resourcesOf(model, (type) => type === INTERFACE_TYPE || SCALE_SET_TYPES.has(type)).flatMap((entry) => {
      const messages = configurations(entry).flatMap(({ subnet_id }) => {
        const given = readLinked(subnet_id, entry.stack, model.links);
        const problem = given && problemOf(model, given);
        return problem === undefined
          ? []
          : [`${problem}; allowed is ${FORM}; pass the id of a subnet, not of its network`];
      });
      return [...new Set(messages)].map((message) => ({ entry, message }));
    }),
};

function configurations({ type, values }: Entry): Block[] {
  const interfaces = type === INTERFACE_TYPE ? [values] : knownBlocks(values, "network_interface");
  return interfaces.flatMap((each) => knownBlocks(each, "ip_configuration"));
}

function problemOf(model: Model, given: Value): string | undefined {
  const kind = given.kind === "reference" ? mistakenFor(given) : undefined;
  if (kind !== undefined) return `subnet "${showValue(given)}" is ${kind}`;
  const value = follow(model, given);
  if (value?.kind !== "literal") return undefined;
  const text = String(value.value);
  const canonical = canonicalSubnetId(text);
  if (canonical === text) return undefined;
  const why = canonical
    ? `is not written as azurerm asks for, which is "${canonical}"`
    : quotedAddress(text)
      ? "is the text of a Terraform address and refers to nothing"
      : "is not the resource id of one";
  return `subnet "${text}" ${why}`;
}

function mistakenFor({ address, attribute }: Reference): string | undefined {
  const type = address.replace(/^data\./, "").split(".")[0] ?? "";
  if (type === SUBNET_TYPE && attribute !== "id") {
    return `not the id but ${attribute ? `the ${attribute}` : "the whole resource"} of one`;
  }
  return attribute === "id" && OTHERS[type] ? `the id of a ${OTHERS[type]}` : undefined;
}
