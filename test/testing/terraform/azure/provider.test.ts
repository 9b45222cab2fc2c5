import { azureProviders, withSensitive } from "../../../../lib/testing/terraform/azure";
import { Desk, GROUP, IDENTITIES, identity, inGroup, SUBSCRIPTION, schemaOf } from "./support";

function configure(config: object): string[] {
  const problems = azureProviders(new Desk().azure).azurerm?.configure?.({ ...config }) ?? [];
  return problems.map(({ summary }) => summary);
}

test("azurerm asks for features and for a subscription when it is configured", () => {
  expect(configure({ features: [], subscription_id: null })).toEqual([
    "Insufficient features blocks",
    expect.stringContaining("`subscription_id` is a required provider property"),
  ]);
  expect(configure({ features: [{}], subscription_id: SUBSCRIPTION })).toEqual([]);
});

test("a provider that names no subscription is in that of the test, as with ARM_SUBSCRIPTION_ID", () => {
  const desk = new Desk({ existing: [GROUP], subscriptionId: SUBSCRIPTION });
  const { configure } = azureProviders(desk.azure).azurerm ?? {};
  expect(configure?.({ features: [{}], subscription_id: null })).toEqual([]);
  desk.provider = { features: [{}], subscription_id: null };
  expect(identity(desk).id).toBe(`${IDENTITIES}/id-app`);
});

test("of two subscriptions only that of the test exists", () => {
  const desk = new Desk({ existing: [GROUP], subscriptionId: SUBSCRIPTION });
  const other = "99999999-1111-1111-1111-111111111111";
  azureProviders(desk.azure).azurerm?.configure?.({ features: [{}], subscription_id: other });
  expect(() => identity(desk)).not.toThrow();
  desk.provider = { ...desk.provider, subscription_id: other };
  const given = inGroup({ name: "id-app" });
  expect(() => desk.create("azurerm_user_assigned_identity", given)).toThrow("SubscriptionNotFound");
});

test("another spelling of a location changes nothing, another location replaces", () => {
  const desk = new Desk();
  const made = identity(desk);
  const type = "azurerm_user_assigned_identity";
  expect(desk.replacedBy(type, made, { location: "West Europe" })).toEqual([]);
  expect(desk.replacedBy(type, made, { location: "northeurope" })).toEqual(["location"]);
});

test("what the provider hides is marked so, in blocks too, and nothing else", () => {
  const type = "azurerm_windows_virtual_machine";
  const before = schemaOf(type);
  const block = withSensitive(before).resources[type];
  expect(block?.attributes.admin_password?.sensitive).toBe(true);
  expect(block?.blocks.additional_unattend_content?.block.attributes.content?.sensitive).toBe(true);
  expect(block?.attributes.admin_username).toEqual(before.resources[type]?.attributes.admin_username);
});

test("two runs of the same make the same", () => {
  const [one, other] = [identity(new Desk()), identity(new Desk())];
  expect(one).toEqual(other);
});
