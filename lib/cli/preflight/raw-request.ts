import type { AuthorizationManagementClient } from "@azure/arm-authorization";

type Specification = Parameters<AuthorizationManagementClient["sendOperationRequest"]>[1];

/** With what requests are made. */
export interface Request {
  readonly client: AuthorizationManagementClient;
  readonly abortSignal?: AbortSignal;
}

/** What answered is not what was asked. */
export class UnreadableAnswer extends Error {}

/**
 * Reads a path, or the URL of a next page, for which the client has no method: through its pipeline, which signs
 * requests, repeats them and knows of proxies.
 */
export async function readRaw({ client, abortSignal }: Request, path: string): Promise<unknown> {
  // A serializer is asked for where there are parameters or mappers.
  const specification = { path, httpMethod: "GET", responses: { 200: {} } } as unknown as Specification;
  const options = abortSignal ? { abortSignal } : {};
  const { body } = await client.sendOperationRequest<{ readonly body?: unknown }>({ options }, specification);
  return body;
}
