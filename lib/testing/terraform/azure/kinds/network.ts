import { subnetId } from "../checks/machine";
import { notEmpty, oneOf } from "../checks/sdk";
import type { Kinds } from "./kind";

const NETWORK = "{group}/providers/Microsoft.Network";

/** Source: Azure, Naming rules and restrictions for Azure resources, Microsoft.Network. */
const NAMES = /^\w(?:[\w.-]{0,78}\w)?$/;

/** Source: azurerm, internal/services/network. */
export const NETWORK_KINDS: Kinds = {
  azurerm_virtual_network: {
    id: `${NETWORK}/virtualNetworks/{name}`,
    names: /^\w[\w.-]{0,62}\w$/,
    checks: { name: notEmpty },
    inUseCode: "InUseSubnetCannotBeDeleted",
  },
  azurerm_subnet: {
    id: `${NETWORK}/virtualNetworks/{virtual_network_name}/subnets/{name}`,
    names: NAMES,
    inUseCode: "InUseSubnetCannotBeDeleted",
  },
  azurerm_network_security_group: {
    id: `${NETWORK}/networkSecurityGroups/{name}`,
    names: NAMES,
    checks: { name: notEmpty },
    inUseCode: "InUseNetworkSecurityGroupCannotBeDeleted",
  },
  azurerm_network_security_rule: {
    id: `${NETWORK}/networkSecurityGroups/{network_security_group_name}/securityRules/{name}`,
  },
  azurerm_public_ip: {
    id: `${NETWORK}/publicIPAddresses/{name}`,
    names: NAMES,
    replacedBy: ["zones", "sku", "sku_tier", "ip_version", "edge_zone"],
    checks: {
      name: notEmpty,
      allocation_method: oneOf("Static", "Dynamic"),
      sku: oneOf("Basic", "Standard"),
    },
    computed: { sku: "Standard", ip_address: "20.0.0.4", fqdn: "{name}.{location}.cloudapp.azure.com" },
    inUseCode: "PublicIPAddressCannotBeDeleted",
  },
  azurerm_network_interface: {
    id: `${NETWORK}/networkInterfaces/{name}`,
    names: NAMES,
    checks: {
      "ip_configuration.private_ip_address_allocation": oneOf("Dynamic", "Static"),
      "ip_configuration.subnet_id": subnetId,
    },
    computed: { private_ip_address: "10.0.0.4", "ip_configuration.private_ip_address": "10.0.0.4" },
    refersTo: ["ip_configuration.subnet_id", "ip_configuration.public_ip_address_id"],
    inUseCode: "NicInUse",
  },
};
