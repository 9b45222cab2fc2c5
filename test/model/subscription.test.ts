import { readModel } from "../../lib/model/model";
import { subscriptionKey } from "../../lib/model/subscription";
import { OTHER_SUBSCRIPTION, SUBSCRIPTION, source } from "./source";

const group = (provider?: string) => ({
  azurerm_resource_group: { app: provider === undefined ? {} : { provider } },
});

/** The key of a resource group in each of the stacks, which all have their own provider blocks. */
function keys(...stacks: [azurerm: unknown, provider?: string][]): string[] {
  const model = readModel(
    stacks.map(([azurerm, provider], at) =>
      source(`stack-${at}`, { provider: { azurerm }, resource: group(provider) }),
    ),
  );
  return model.entries.map((entry) => subscriptionKey(model, entry));
}

test("the literal subscription of the provider tells the subscription, in any case", () => {
  const id = SUBSCRIPTION.replace(/1/g, "a");
  const [lower, upper, other] = keys(
    [[{ subscription_id: id }]],
    [[{ subscription_id: id.toUpperCase() }]],
    [[{ subscription_id: OTHER_SUBSCRIPTION }]],
  );
  expect(lower).toBe(upper);
  expect(lower).not.toBe(other);
});

test("a provider block need not be in a list", () => {
  const [single, listed] = keys([{ subscription_id: SUBSCRIPTION }], [[{ subscription_id: SUBSCRIPTION }]]);
  expect(single).toBe(listed);
});

test.each(["azurerm.hub", "${azurerm.hub}"])("provider %s is the one with that alias", (provider) => {
  const blocks = [{ subscription_id: SUBSCRIPTION }, { alias: "hub", subscription_id: OTHER_SUBSCRIPTION }];
  const [hub, plain] = keys([blocks, provider], [blocks]);
  expect(hub).toBe(OTHER_SUBSCRIPTION);
  expect(plain).toBe(SUBSCRIPTION);
});

test("the provider without an alias is meant wherever it stands among the others", () => {
  const blocks = [{ alias: "hub", subscription_id: OTHER_SUBSCRIPTION }, { subscription_id: SUBSCRIPTION }];
  expect(keys([blocks], [blocks, "azurerm"])).toEqual([SUBSCRIPTION, SUBSCRIPTION]);
});

test.each([
  ["no subscription", [{ features: {} }]],
  ["a variable for its subscription", [{ subscription_id: "${var.subscription}" }]],
  ["a subscription that is known in part", [{ subscription_id: "1111${var.rest}" }]],
  ["no provider block at all", undefined],
])("with %s, a stack is in a subscription of its own", (_, azurerm) => {
  const [first, second] = keys([azurerm], [azurerm]);
  expect(first).not.toBe(second);
});

test("two entries with the same provider are in the same subscription, even where it is not known", () => {
  const model = readModel([
    source("app", {
      resource: { azurerm_resource_group: { a: {}, b: {}, c: { provider: "azurerm.hub" } } },
      provider: { azurerm: [{}, { alias: "hub" }] },
    }),
  ]);
  const [a, b, c] = model.entries.map((entry) => subscriptionKey(model, entry));
  expect(a).toBe(b);
  expect(a).not.toBe(c);
});

test("a provider that is not there is not taken for another one", () => {
  const [lost, plain] = keys(
    [[{ subscription_id: SUBSCRIPTION }], "azurerm.gone"],
    [[{ subscription_id: SUBSCRIPTION }]],
  );
  expect(lost).not.toBe(plain);
});
