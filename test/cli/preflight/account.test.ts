import { type Account, accountOf } from "../../../lib/cli/preflight/account";
import { cloudOf } from "../../../lib/cli/preflight/cloud";
import { modelOf } from "../../model/source";

const TENANT = "99999999-8888-7777-6666-555555555555";

function account(provider: object, env: Readonly<Record<string, string>> = {}): Account {
  return accountOf(modelOf({ provider: { azurerm: [{ features: [{}], ...provider }] } }), "app", env);
}

test.each([
  [{}, {}, "management.azure.com", "login.microsoftonline.com"],
  [
    { environment: "public" },
    { ARM_ENVIRONMENT: "china" },
    "management.azure.com",
    "login.microsoftonline.com",
  ],
  [{ environment: "usgovernment" }, {}, "management.usgovcloudapi.net", "login.microsoftonline.us"],
  [{}, { ARM_ENVIRONMENT: "china" }, "management.chinacloudapi.cn", "login.chinacloudapi.cn"],
  [
    { environment: "${var.environment}" },
    { ARM_ENVIRONMENT: "china" },
    "management.chinacloudapi.cn",
    "login.chinacloudapi.cn",
  ],
])("a provider with %j and %j is asked about at its cloud", async (provider, env, host, authority) => {
  const cloud = await cloudOf(account(provider, env));
  expect(cloud).toEqual({
    endpoint: `https://${host}`,
    audience: `https://${host}`,
    authority: `https://${authority}`,
  });
});

test("the tenant is that of the provider, or else of the environment", () => {
  expect(account({ tenant_id: TENANT }, { ARM_TENANT_ID: "other" })).toEqual({
    cloud: "AzurePublic",
    tenantId: TENANT,
  });
  expect(account({}, { ARM_TENANT_ID: TENANT })).toEqual({ cloud: "AzurePublic", tenantId: TENANT });
});

test("an environment that is none of azurerm's is refused", () => {
  expect(() => account({ environment: "german" })).toThrow(
    'the provider of app is for environment "german"; known are public, usgovernment, china',
  );
});
