import { Failure } from "../failure";

const PACKAGES = ["@azure/identity", "@azure/arm-authorization"] as const;

/** The optional peers, which only this command loads. */
export interface AzurePackages {
  readonly identity: typeof import("@azure/identity");
  readonly authorization: typeof import("@azure/arm-authorization");
}

/** @throws Failure when one is not installed */
export function azurePackages(resolve: (name: string) => string = require.resolve): AzurePackages {
  const missing = PACKAGES.filter((name) => !isInstalled(name, resolve));
  if (missing.length > 0) {
    throw new Failure(
      `preflight asks Azure with packages that are not installed: ${missing.join(", ")}; run npm install --save-dev ${missing.join(" ")}`,
    );
  }
  return {
    identity: require("@azure/identity") as AzurePackages["identity"],
    authorization: require("@azure/arm-authorization") as AzurePackages["authorization"],
  };
}

function isInstalled(name: string, resolve: (name: string) => string): boolean {
  try {
    resolve(name);
    return true;
  } catch {
    return false;
  }
}
