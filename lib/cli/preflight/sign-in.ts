import type { TokenCredential } from "@azure/identity";
import type { SignedIn } from "./arm";

/** A credential that remembers whom its last token is for. */
export interface WatchedCredential {
  readonly credential: TokenCredential;
  readonly signedIn: () => SignedIn | undefined;
}

export function watched(credential: TokenCredential): WatchedCredential {
  let signedIn: SignedIn | undefined;
  return {
    credential: {
      getToken: async (...asked) => {
        const token = await credential.getToken(...asked);
        signedIn = token ? whoseToken(token.token) : undefined;
        return token;
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
