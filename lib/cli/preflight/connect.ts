import { Failure } from "../failure";
import type { Account } from "./account";
import type { Arm } from "./arm";
import { armClient } from "./arm-client";
import { cloudOf } from "./cloud";
import { azurePackages } from "./packages";

/** Makes the one way to ask Azure about an account. */
export type Connect = (account: Account, onWait: (seconds: number) => void) => Promise<Arm>;

/** Signs in as the SDKs of Azure do: by environment, workload, managed identity, Azure CLI and others, in this order. */
export const connect: Connect = async (account, onWait) => {
  const { identity } = azurePackages();
  const cloud = await cloudOf(account);
  const { tenantId, metadataHost } = account;
  try {
    const credential = new identity.DefaultAzureCredential({
      authorityHost: cloud.authority,
      disableInstanceDiscovery: metadataHost !== undefined,
      ...(tenantId ? { tenantId } : {}),
    });
    return armClient({ ...cloud, credential }, onWait);
  } catch (error) {
    throw new Failure(`a sign-in cannot be tried: ${(error as Error).message}`);
  }
};
