/** An Azure Resource Manager id, taken apart. */
export interface ArmId {
  readonly subscriptionId?: string;
  readonly resourceGroupName?: string;
  /** `Microsoft.ManagedIdentity/userAssignedIdentities`; for a child resource the types joined by `/`. */
  readonly type?: string;
  /** The names that belong to the parts of the type. */
  readonly names: readonly string[];
}

const GUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Whether a text has the form `xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx`. */
export function isGuid(text: string): boolean {
  return GUID.test(text);
}

/**
 * Takes an ARM id apart; `undefined` when it is not the id of a subscription, a resource group or a resource
 * in one of them. Segment names may have any case, as in Azure; the subscription must be a GUID.
 */
export function parseArmId(id: string): ArmId | undefined {
  const segments = id.replace(/\/$/, "").split("/");
  if (segments.shift() !== "" || segments.some((segment) => segment === "")) return undefined;
  if (segments.length % 2 !== 0) return undefined;
  const subscriptionId = takePair(segments, "subscriptions");
  if (!subscriptionId || !isGuid(subscriptionId)) return undefined;
  const resourceGroupName = takePair(segments, "resourceGroups");
  const group = resourceGroupName === undefined ? {} : { resourceGroupName };
  if (segments.length === 0) return { subscriptionId, ...group, names: [] };

  const resource = lastProvider(segments);
  return resource && { subscriptionId, ...group, ...resource };
}

/** The id of a user-assigned identity in the exact case that azurerm asks for; `undefined` when it is not one. */
export function canonicalIdentityId(id: string): string | undefined {
  const parsed = parseArmId(id);
  const [name] = parsed?.names ?? [];
  const isIdentity = parsed?.type?.toLowerCase() === "microsoft.managedidentity/userassignedidentities";
  if (!parsed?.resourceGroupName || !name || !isIdentity) return undefined;
  return `/subscriptions/${parsed.subscriptionId}/resourceGroups/${parsed.resourceGroupName}/providers/Microsoft.ManagedIdentity/userAssignedIdentities/${name}`;
}

function takePair(segments: string[], key: string): string | undefined {
  if (segments[0]?.toLowerCase() !== key.toLowerCase()) return undefined;
  return segments.splice(0, 2)[1];
}

function lastProvider(segments: string[]): Pick<ArmId, "type" | "names"> | undefined {
  const keys = segments.map((segment, at) => (at % 2 === 0 ? segment.toLowerCase() : ""));
  const [namespace, ...pairs] = segments.slice(keys.lastIndexOf("providers") + 1);
  if (keys[0] !== "providers" || !namespace || pairs.length === 0) return undefined;
  return {
    type: [namespace, ...pairs.filter((_, at) => at % 2 === 0)].join("/"),
    names: pairs.filter((_, at) => at % 2 === 1),
  };
}
