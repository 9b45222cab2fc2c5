const PUBLIC_REGISTRY = "registry.terraform.io";

/** An address as Terraform shortens it: `azurerm` and `registry.terraform.io/hashicorp/azurerm` are `hashicorp/azurerm`. */
export function providerSource(address: string): string {
  const parts = address.toLowerCase().split("/");
  if (parts.length === 1) return `hashicorp/${parts[0]}`;
  return parts.length === 3 && parts[0] === PUBLIC_REGISTRY ? `${parts[1]}/${parts[2]}` : parts.join("/");
}
