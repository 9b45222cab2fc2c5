/** Azure DevOps as Entra knows it, written as {@link encodeGuid} does. */
const AZURE_DEVOPS = "rISbSSETf0KqFyZ8ppdXmA";

/**
 * What Entra calls a service connection in the tokens that Azure Pipelines gets for it.
 *
 * Source: Azure Pipelines, Troubleshoot a workload identity service connection (Microsoft Entra issuer), which shows
 * what stands behind `/sc/`; the prefix is that of the tokens themselves.
 */
export function azurePipelinesSubject(
  tenantId: string,
  organizationId: string,
  serviceConnectionId: string,
): string {
  return `/eid1/c/pub/t/${encodeGuid(tenantId)}/a/${AZURE_DEVOPS}/sc/${organizationId}/${serviceConnectionId}`;
}

/** The bytes of a GUID in the order of Windows, the first three groups backwards, as base64 for URLs. */
function encodeGuid(guid: string): string {
  const [a = "", b = "", c = "", ...rest] = guid.split("-").map((group) => Buffer.from(group, "hex"));
  const bytes = [a, b, c].map((group) => Buffer.from(group).reverse());
  return Buffer.concat([...bytes, ...(rest as Buffer[])]).toString("base64url");
}
