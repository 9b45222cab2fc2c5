import type { TokenCredential } from "@azure/identity";
import type { PermissionBlock } from "../../azure/role-permissions";
import type { Arm, ArmAssignment } from "./arm";
import { answerTo } from "./arm-failure";
import type { Cloud } from "./cloud";
import { azurePackages } from "./packages";
import { readPermissions } from "./permissions";
import { throttlingPolicy, timeoutPolicy } from "./policies";
import { type Request, readRaw, UnreadableAnswer } from "./raw-request";
import { watched } from "./sign-in";

export interface ArmTarget extends Cloud {
  readonly credential: TokenCredential;
  /** Certificates to trust in place of those of the system. */
  readonly tlsOptions?: { readonly ca: string };
  /** How long one request may take, in milliseconds. */
  readonly timeout?: number;
}

const PERMISSIONS = "providers/Microsoft.Authorization/permissions?api-version=2022-04-01";
const IDENTITY_API_VERSION = "2023-01-31";

/** Resource Manager through Azure's own client: its sign-in, retries, paging and proxies. */
export function armClient(target: ArmTarget, onWait: (seconds: number) => void): Arm {
  const { endpoint, audience, tlsOptions, timeout } = target;
  const { credential, signedIn } = watched(target.credential, target.authority);
  const { authorization } = azurePackages();
  const tokenScope = `${audience}/.default`;
  // It asks for a subscription, which none of the methods used here puts into a path.
  const client = new authorization.AuthorizationManagementClient(credential, "", {
    endpoint,
    credentialScopes: tokenScope,
    additionalPolicies: [
      { policy: timeoutPolicy(timeout), position: "perRetry" },
      { policy: throttlingPolicy(onWait), position: "perRetry" },
    ],
    ...(tlsOptions ? { tlsOptions } : {}),
  });
  // What is still under way after a failure, such as a wait that Azure asked for, would keep the command from ending.
  const ending = new AbortController();
  const request: Request = { client, abortSignal: ending.signal };
  const answer = async <T>(path: string, ask: () => Promise<T>) => {
    try {
      return await answerTo(endpoint, path, ask);
    } catch (error) {
      ending.abort();
      throw error;
    }
  };
  return {
    signIn: async () => {
      await answer("/", () => credential.getToken(tokenScope));
    },
    signedIn,
    permissionsAt: (scope) => answer(scope, () => permissionsAt(request, scope)),
    assignmentsAt: (scope, principalId) => answer(scope, () => assignmentsAt(request, scope, principalId)),
    principalIdOf: (identity) => answer(identity, () => principalIdOf(request, identity)),
  };
}

async function permissionsAt(request: Request, scope: string): Promise<PermissionBlock[]> {
  const blocks: PermissionBlock[] = [];
  let next: string | undefined = `${scope === "/" ? "" : scope}/${PERMISSIONS}`;
  while (next !== undefined) {
    const page = readPermissions(await readRaw(request, next));
    if (!page) throw new UnreadableAnswer();
    blocks.push(...page.blocks);
    next = page.nextLink;
  }
  return blocks;
}

async function assignmentsAt(
  { client, abortSignal }: Request,
  scope: string,
  principalId: string,
): Promise<ArmAssignment[]> {
  const found: ArmAssignment[] = [];
  const pages = client.roleAssignments.listForScope(scope.slice(1), {
    filter: `principalId eq '${principalId}'`,
    abortSignal,
  });
  for await (const { id, scope: at, roleDefinitionId } of pages) {
    if (id && at && roleDefinitionId) found.push({ id, scope: at, roleDefinitionId });
  }
  return found;
}

async function principalIdOf(request: Request, identity: string): Promise<string> {
  const answer = await readRaw(request, `${identity}?api-version=${IDENTITY_API_VERSION}`);
  const { principalId } =
    (answer as { readonly properties?: { readonly principalId?: string } })?.properties ?? {};
  if (!principalId) throw new UnreadableAnswer();
  return principalId;
}
