import { Failure } from "../failure";
import { answerTo } from "./arm-failure";
import type { Cloud } from "./cloud";
import { azurePackages } from "./packages";
import { timeoutPolicy } from "./policies";
import { readRaw, UnreadableAnswer } from "./raw-request";

interface Metadata {
  readonly resourceManager?: string;
  readonly authentication?: { readonly loginEndpoint?: string; readonly audiences?: readonly string[] };
}

/**
 * What a cloud that is none of Azure's own says of itself, to everybody.
 *
 * Source: azurerm, metadata_host of the provider.
 */
export async function metadataOf(endpoint: string): Promise<Cloud> {
  const { authorization } = azurePackages();
  const nobody = { getToken: async () => null };
  const client = new authorization.AuthorizationManagementClient(nobody, "", {
    endpoint,
    additionalPolicies: [{ policy: timeoutPolicy(), position: "perRetry" }],
  });
  client.pipeline.removePolicy({ name: "bearerTokenAuthenticationPolicy" });
  const path = "/metadata/endpoints?api-version=2022-09-01";
  const answer = await answerTo(endpoint, path, async () => cloudIn(await readRaw({ client }, path)));
  if (typeof answer === "object" && "value" in answer) return answer.value;
  throw new Failure(`${endpoint}${path} does not tell of a cloud; name another metadata_host`);
}

function cloudIn(metadata: unknown): Cloud {
  const { resourceManager, authentication = {} } = (metadata ?? {}) as Metadata;
  const { loginEndpoint, audiences } = authentication;
  if (!resourceManager || !loginEndpoint) throw new UnreadableAnswer();
  return {
    endpoint: resourceManager,
    // A token is asked for with the path `/.default` behind it.
    audience: (audiences?.[0] ?? resourceManager).replace(/\/+$/, ""),
    authority: loginEndpoint,
  };
}
