import { OTHER_SUBSCRIPTION } from "../../model/source";
import { answers } from "./azure";
import { folderWith, type Ran, type Run, runOn, started } from "./support";

const GROUP = { azurerm_resource_group: { group: { name: "rg-orders", location: "westeurope" } } };
const UNNAMED = folderWith({ provider: { azurerm: [{ features: [{}] }] }, resource: GROUP });
const VARIABLE = folderWith({
  variable: { subscription: { type: "string" } },
  provider: { azurerm: [{ features: [{}], subscription_id: "${var.subscription}" }] },
  resource: GROUP,
});

/** One who may do everything in a subscription. */
async function owned(folder: string, run: Run = {}): Promise<Ran & { requests: number }> {
  const server = await started(
    answers({ holds: [{ role: "Owner", scope: `/subscriptions/${OTHER_SUBSCRIPTION}` }] }),
  );
  return { ...(await runOn(folder, server, run)), requests: server.requests.length };
}

const ENVIRONMENT = { ARM_SUBSCRIPTION_ID: OTHER_SUBSCRIPTION, AZURE_SUBSCRIPTION_ID: "of something else" };

test.each<[string, Run]>([
  [
    "--subscription",
    { subscription: OTHER_SUBSCRIPTION.toUpperCase(), env: { ARM_SUBSCRIPTION_ID: "another" } },
  ],
  ["ARM_SUBSCRIPTION_ID", { env: ENVIRONMENT }],
  ["AZURE_SUBSCRIPTION_ID", { env: { AZURE_SUBSCRIPTION_ID: OTHER_SUBSCRIPTION } }],
])("a provider that names no subscription is in that of %s", async (_, run) => {
  expect(await owned(UNNAMED, run)).toMatchObject({ code: 0, requests: 1 });
});

test("a provider with a variable is in the subscription of --subscription", async () => {
  expect(await owned(VARIABLE, { subscription: OTHER_SUBSCRIPTION })).toMatchObject({ code: 0, requests: 1 });
});

test("a provider with a variable does not read the environment, as azurerm does not", async () => {
  const { code, out, requests } = await owned(VARIABLE, { env: ENVIRONMENT });
  expect({ code, requests }).toEqual({ code: 2, requests: 0 });
  expect(out).toContain(
    "as <var.subscription> is not known here; name the subscription with --subscription\n      for azurerm_resource_group.group, provider.azurerm",
  );
});

test("without any, nothing is asked", async () => {
  const { code, out, requests } = await owned(UNNAMED);
  expect({ code, requests }).toEqual({ code: 2, requests: 0 });
  expect(out.replaceAll(/\s+/g, " ")).toContain(
    "is not known here; name the subscription with --subscription for",
  );
});

test.each<[string, Run]>([
  ["--subscription", { subscription: "production" }],
  ["ARM_SUBSCRIPTION_ID", { env: { ARM_SUBSCRIPTION_ID: "production" } }],
])("%s has to be a GUID", async (name, run) => {
  const { code, err } = await owned(UNNAMED, run);
  expect(code).toBe(2);
  expect(err).toContain(`${name} is "production"; allowed is the GUID of a subscription\n`);
});
