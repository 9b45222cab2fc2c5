import { CLOUDS } from "../../azure/clouds";
import type { Account } from "./account";
import { metadataOf } from "./metadata";

/** Where to ask, and where to sign in for it. */
export interface Cloud {
  readonly endpoint: string;
  /** What a token has to be for. */
  readonly audience: string;
  readonly authority: string;
}

/** @throws Failure when the metadata host of the account does not tell */
export async function cloudOf({ cloud, metadataHost }: Account): Promise<Cloud> {
  if (metadataHost !== undefined) return metadataOf(`https://${metadataHost}`);
  const { resourceManager, authority } = CLOUDS[cloud];
  return { endpoint: resourceManager, audience: resourceManager, authority };
}
