import { Failure } from "../failure";
import { unreachable } from "./unreachable";

interface SignInError {
  readonly name?: string;
  readonly message?: string;
}

const NOBODY = /^(?:CredentialUnavailableError|AggregateAuthenticationError|AuthenticationRequiredError)$/;
const WRONG_TENANT =
  /sts\.windows\.net\/([0-9a-f-]{36})[\s\S]*must match[\s\S]*?sts\.windows\.net\/([0-9a-f-]{36})/i;

/** All that is told of a sign-in that ends before anything was answered. */
const NO_NETWORK = /\bnetwork_error\b/;

/** The SDK puts advice and a status before what happened. */
const DETAIL = /More details:\s*(.+)/;

/** What went wrong with the sign-in at a host, in one line; `undefined` where that is not what the error is about. */
export function signInFailure({ name = "", message = "" }: SignInError, host: string): Failure | undefined {
  const entra = /AADSTS\d+(?::[^.\r\n]*)?/.exec(message)?.[0];
  if (entra) {
    return new Failure(
      `Entra refuses the sign-in: ${entra.trim()}; look at tenant and client, or run az login again`,
    );
  }
  if (NOBODY.test(name)) {
    return new Failure(
      "nobody is signed in to Azure; run az login, or in a pipeline sign in first (azure/login, AzureCLI@2), or set AZURE_TENANT_ID, AZURE_CLIENT_ID and AZURE_FEDERATED_TOKEN_FILE; variables that begin with ARM_ are Terraform's alone",
    );
  }
  if (name !== "AuthenticationError") return undefined;
  if (NO_NETWORK.test(message)) return unreachable(host, "network_error");
  const [, detail = message] = DETAIL.exec(message) ?? [];
  return new Failure(`the sign-in fails: ${detail.split(/[\r\n]/, 1)[0]?.replace(/,$/, "")}`);
}

/** What Resource Manager says of a token of a tenant that is not that of the subscription. */
export function wrongTenant(message: string): Failure {
  const [, given, asked = "<tenant>"] = WRONG_TENANT.exec(message) ?? [];
  const what = given
    ? `the sign-in is for tenant ${given}, but the subscription is in ${asked}`
    : "the sign-in is for another tenant than that of the subscription";
  return new Failure(`${what}; run az login --tenant ${asked}, or set AZURE_TENANT_ID`);
}
