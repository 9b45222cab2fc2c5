import type { TokenCredential } from "@azure/identity";
import type { SignedIn } from "./arm";
import { signInFailure } from "./sign-in-failure";

/** A credential that remembers whom its last token is for, and of which errors are a `Failure` where they are known. */
export interface WatchedCredential {
  readonly credential: TokenCredential;
  readonly signedIn: () => SignedIn | undefined;
}

/** @param authority where tokens come from */
export function watched(credential: TokenCredential, authority: string): WatchedCredential {
  let signedIn: SignedIn | undefined;
  return {
    credential: {
      getToken: async (...asked) => {
        try {
          const token = await credential.getToken(...asked);
          signedIn = token ? whoseToken(token.token) : undefined;
          return token;
        } catch (error) {
          throw signInFailure(error as Error, new URL(authority).host) ?? error;
        }
      },
    },
    signedIn: () => signedIn,
  };
}

/** What a token says of its owner; `undefined` for one that cannot be read, which is Azure's to judge. */
function whoseToken(token: string): SignedIn | undefined {
  try {
    const payload = Buffer.from(token.split(".")[1] ?? "", "base64url").toString("utf8");
    const claims = JSON.parse(payload) as Readonly<Record<string, unknown>>;
    const text = (...names: string[]) =>
      names.map((name) => claims[name]).find((one) => typeof one === "string");
    const [objectId, applicationId, tenantId, userName] = [
      text("oid"),
      text("appid", "azp"),
      text("tid"),
      text("upn", "unique_name", "preferred_username"),
    ] as (string | undefined)[];
    return {
      ...(objectId ? { objectId } : {}),
      ...(applicationId ? { applicationId } : {}),
      ...(tenantId ? { tenantId } : {}),
      ...(userName ? { userName } : {}),
    };
  } catch {
    return undefined;
  }
}
