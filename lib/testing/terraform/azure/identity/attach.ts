import { canonicalIdentityId } from "../../../../model/arm-id";
import { refuse } from "../refuse";
import type { AttachedIdentities, Azure } from "../store/azure";
import { guid } from "../store/guid";
import { key } from "../store/ids";

/** What a request says of a host's identities: the whole of them. */
export interface WantedIdentities {
  readonly type: string;
  readonly ids: readonly string[];
}

/**
 * The identities of a host after a request. A system identity keeps its principal for as long as the host has one; a
 * host that gets one again gets another. Source: Azure, What is managed identities for Azure resources.
 *
 * @throws Refusal
 */
export function attach(azure: Azure, host: string, wanted: WantedIdentities): AttachedIdentities | undefined {
  const prior = azure.find(host)?.identities;
  const isSystem = wanted.type.includes("SystemAssigned");
  const isUser = wanted.type.includes("UserAssigned");
  if (isUser && wanted.ids.length === 0) {
    refuse(
      400,
      "MissingIdentityIds",
      "The identity ids must not be null or empty for 'UserAssigned' identity type.",
    );
  }
  if (!isUser && wanted.ids.length > 0) {
    refuse(400, "InvalidParameter", `identityIds should not be provided if the type is ${wanted.type}.`);
  }
  for (const id of wanted.ids) requireIdentity(azure, host, id);

  if (!isSystem && prior?.systemPrincipal) azure.principals.remove(prior.systemPrincipal);
  if (!isSystem && !isUser) return undefined;
  const user = [...new Map(wanted.ids.map((id) => [key(id), canonicalIdentityId(id) ?? id])).values()];
  if (!isSystem) return { user };
  return { user, systemPrincipal: prior?.systemPrincipal ?? newPrincipal(azure, host) };
}

function requireIdentity(azure: Azure, host: string, id: string): void {
  const isAttached = azure.find(host)?.identities?.user.some((each) => key(each) === key(id));
  if (isAttached || azure.find(id)) return;
  refuse(
    400,
    "FailedIdentityOperation",
    `Identity operation for resource '${host}' failed with error 'Failed to perform resource identity operation. Status: 'BadRequest'. Response: '{"error":{"code":"BadRequest","message":"Resource '${id}' was not found."}}'.'.`,
  );
}

function newPrincipal(azure: Azure, host: string): string {
  const id = guid(key(host), "system", `${azure.nextTurn(`${key(host)} system`)}`);
  azure.principals.add({ id, type: "ServicePrincipal" });
  return id;
}
