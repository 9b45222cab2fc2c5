import type { Value } from "./value";

const TYPES: { readonly [type: string]: string } = {
  azuread_user: "User",
  azuread_group: "Group",
  azuread_service_principal: "ServicePrincipal",
};

/** The type of principal that an object id of the azuread provider is of; `undefined` for any other value. */
export function directoryTypeOf(principal: Value): string | undefined {
  if (principal.kind !== "reference" || principal.attribute !== "object_id") return undefined;
  return TYPES[principal.address.replace(/^data\./, "").split(".")[0] ?? ""];
}
