const FORM =
  /^\/?subscriptions\/([^/]+)\/resourceGroups\/([^/]+)\/providers\/Microsoft\.Network\/virtualNetworks\/([^/]+)\/subnets\/([^/]+)\/?$/;
const IN_ANY_CASE = new RegExp(FORM.source, "i");

/**
 * The id of a subnet in the case that azurerm asks for; `undefined` when it is none. Source: go-azure-helpers,
 * commonids.ValidateSubnetID, which looks at no more than the names of segments.
 */
export function canonicalSubnetId(id: string): string | undefined {
  if (FORM.test(id)) return id;
  const [, subscription, group, network, subnet] = IN_ANY_CASE.exec(id) ?? [];
  if (subnet === undefined) return undefined;
  return `/subscriptions/${subscription}/resourceGroups/${group}/providers/Microsoft.Network/virtualNetworks/${network}/subnets/${subnet}`;
}
