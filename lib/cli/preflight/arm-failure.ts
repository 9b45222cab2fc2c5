import { Failure } from "../failure";
import type { ArmAnswer } from "./arm";
import { UnreadableAnswer } from "./raw-request";
import { wrongTenant } from "./sign-in-failure";
import { unreachable } from "./unreachable";

/** What an error of the SDK tells; it keeps requests, and with them tokens, which go nowhere from here. */
interface AzureError {
  readonly name?: string;
  readonly code?: string;
  readonly statusCode?: number;
  readonly message?: string;
}

/**
 * Asks for something at a path of Resource Manager. Errors that only say something of the path are answers.
 *
 * @throws Failure with one line for what ends all asking: no sign-in, no network, throttling, no sense in the answer
 */
export async function answerTo<T>(
  endpoint: string,
  path: string,
  ask: () => Promise<T>,
): Promise<ArmAnswer<T>> {
  try {
    return { value: await ask() };
  } catch (error) {
    if (error instanceof Failure) throw error;
    return answerIn(error as AzureError, { host: new URL(endpoint).host, path: path.replace(/\?.*/, "") });
  }
}

interface Asked {
  readonly host: string;
  readonly path: string;
}

const MISSING_SUBSCRIPTION = /^(?:SubscriptionNotFound|InvalidSubscriptionId)$/;
const UNTRUSTED = /CERT|UNABLE_TO_VERIFY/;

function answerIn(error: AzureError, { host, path }: Asked): Exclude<ArmAnswer<never>, { value: never }> {
  const { statusCode, code = "", name, message = "" } = error;
  if (code === "InvalidAuthenticationTokenTenant") throw wrongTenant(message);
  if (name === "AbortError") {
    throw new Failure(`${host} does not answer in time for ${path}; look at the network`);
  }
  if (code === "PARSE_ERROR" || error instanceof UnreadableAnswer) {
    throw new Failure(
      `what ${host} answers for ${path} cannot be read; look whether a proxy or a login page of the network is in between`,
    );
  }
  if (statusCode === undefined) throw noAnswer(error, host);
  const told = [statusCode, ...(code ? [code] : [])].join(" ");
  if (statusCode === 401) {
    throw new Failure(
      `${host} does not accept the sign-in (${told}); sign in again, for example with az login`,
    );
  }
  if (statusCode === 429) {
    throw new Failure(
      `${host} throttles requests (${told}), for longer than is waited for here; try again later`,
    );
  }
  if (statusCode >= 500) {
    throw new Failure(
      `${host} fails (${told}) for ${path}, and still does after several tries; try again later`,
    );
  }
  if (MISSING_SUBSCRIPTION.test(code)) {
    return { refused: `the tenant of the sign-in has no such subscription (${told})`, isForScope: false };
  }
  if (statusCode === 404 && code) return "absent";
  if (statusCode !== 403) return { refused: `Azure answers ${told}`, isForScope: false };
  const reason = `the signed-in principal may not even read its permissions there, for which Reader is enough (${told})`;
  return { refused: reason, isForScope: true };
}

function noAnswer({ code, name, message = "" }: AzureError, host: string): Failure {
  const [line = ""] = message.split("\n");
  if (code && UNTRUSTED.test(code)) {
    return new Failure(
      `the certificate of ${host} is not trusted (${code}); where a proxy of the network signs it, name the certificate of that in NODE_EXTRA_CA_CERTS`,
    );
  }
  return code ? unreachable(host, code) : new Failure(`${host} cannot be asked: ${name}: ${line}`);
}
