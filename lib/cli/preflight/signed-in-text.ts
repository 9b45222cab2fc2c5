import type { SignedIn } from "./arm";

/** Who asked, in words. */
export function signedInText({ userName, applicationId, objectId, tenantId }: SignedIn): string {
  const name = userName ?? (applicationId ? `application ${applicationId}` : "somebody");
  return [
    name,
    ...(objectId ? [`object id ${objectId}`] : []),
    ...(tenantId ? [`tenant ${tenantId}`] : []),
  ].join(", ");
}
