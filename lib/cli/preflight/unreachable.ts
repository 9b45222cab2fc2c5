import { Failure } from "../failure";

/** There is no way to a host. */
export function unreachable(host: string, code: string): Failure {
  return new Failure(
    `${host} cannot be reached (${code}); look at the network, and at HTTPS_PROXY where there is a proxy`,
  );
}
