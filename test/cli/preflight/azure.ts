import { builtInRoleId } from "../../../lib/azure/built-in-roles";
import { builtInPermissions, type PermissionBlock } from "../../../lib/azure/role-permissions";
import { blocksAllow } from "../../../lib/prerequisites/allows";
import { problem, type Reply } from "./arm-server";

/** What there is in Azure, as far as Resource Manager tells it to one principal. */
export interface Azure {
  /** Scopes beside subscriptions; what is below one that is not there is not there. */
  readonly exists?: readonly string[];
  readonly holds: readonly { readonly role: string; readonly scope: string }[];
  readonly assignments?: readonly {
    readonly id: string;
    readonly scope: string;
    readonly principalId: string;
    readonly role: string;
  }[];
  /** Object ids of user-assigned identities, by their ARM ids. */
  readonly identities?: Readonly<Record<string, string>>;
}

const PERMISSIONS = "/providers/Microsoft.Authorization/permissions";
const ASSIGNMENTS = "/providers/Microsoft.Authorization/roleAssignments";
const MAY_ASK = { action: "Microsoft.Authorization/permissions/read", isData: false };

/** Answers of Resource Manager: permissions are refused to those who may not read them. */
export function answers(azure: Azure): (url: URL) => Reply | undefined {
  return (url) => {
    const path = decodeURIComponent(url.pathname);
    if (path.endsWith(PERMISSIONS)) return permissions(azure, path.slice(0, -PERMISSIONS.length));
    if (path.endsWith(ASSIGNMENTS)) return assignments(azure, path.slice(0, -ASSIGNMENTS.length), url);
    const principalId = azure.identities?.[path];
    return principalId ? { body: { id: path, properties: { principalId } } } : undefined;
  };
}

function permissions({ exists = [], holds }: Azure, scope: string): Reply {
  const blocks = holds.filter((one) => liesIn(scope, one.scope)).flatMap(({ role }) => permissionsOf(role));
  if (blocksAllow(blocks, MAY_ASK) !== "yes") return problem(403, "AuthorizationFailed");
  const isThere = /^\/[^/]+\/[^/]+$/.test(scope) || exists.some((one) => liesIn(one, scope));
  return isThere ? { body: { value: blocks } } : problem(404, "ResourceNotFound");
}

function assignments({ assignments: all = [] }: Azure, scope: string, url: URL): Reply {
  const asked = /principalId eq '(.*)'/.exec(url.searchParams.get("$filter") ?? "")?.[1];
  const value = all
    .filter((one) => one.principalId === asked && (liesIn(scope, one.scope) || liesIn(one.scope, scope)))
    .map(({ id, scope: at, principalId, role }) => ({
      id,
      properties: {
        scope: at,
        principalId,
        roleDefinitionId: `/providers/Microsoft.Authorization/roleDefinitions/${builtInRoleId(role)}`,
      },
    }));
  return { body: { value } };
}

function permissionsOf(role: string): readonly PermissionBlock[] {
  return builtInPermissions(builtInRoleId(role) ?? "") ?? [];
}

function liesIn(scope: string, ancestor: string): boolean {
  return `${scope}/`.toLowerCase().startsWith(`${ancestor}/`.toLowerCase());
}
