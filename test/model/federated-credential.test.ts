import { identityKey, identityPlace } from "../../lib/model/identity-place";
import type { Block } from "../../lib/model/terraform-json";
import { literal } from "../../lib/model/value";
import { GUID, modelOf } from "./source";

const ID = `/subscriptions/${GUID}/resourceGroups/rg-a/providers/Microsoft.ManagedIdentity/userAssignedIdentities/id-a`;

function modelWith(credential: Block, identity: Block = {}) {
  return modelOf({
    provider: { azurerm: [{ subscription_id: GUID }] },
    resource: {
      azurerm_federated_identity_credential: { main: credential },
      azurerm_user_assigned_identity: { app: { name: "id-a", resource_group_name: "rg-a", ...identity } },
    },
  });
}

function placeOf(parent: string, identity?: Block) {
  const model = modelWith({ parent_id: parent }, identity);
  return identityPlace(model, model.federatedCredentials[0]?.identityId);
}

test("a federated credential has what azurerm calls it", () => {
  const values = { name: "n", issuer: "i", subject: "s", audience: ["a"], resource_group_name: "g" };
  expect(modelWith({ ...values, parent_id: ID }).federatedCredentials).toMatchObject([
    {
      name: literal("n"),
      issuer: literal("i"),
      subject: literal("s"),
      audiences: [literal("a")],
      identityId: literal(ID),
      resourceGroupName: literal("g"),
    },
  ]);
});

test("later versions of azurerm name the identity otherwise, and an expression can be all audiences", () => {
  const values = { user_assigned_identity_id: ID, audience: "${var.audience}" };
  expect(modelWith(values).federatedCredentials).toMatchObject([
    { identityId: literal(ID), audiences: undefined, resourceGroupName: undefined },
  ]);
});

test("the place of an identity is in its id, or where the app makes it", () => {
  const place = { subscription: GUID, resourceGroupName: "rg-a", name: "id-a" };
  expect(placeOf(ID)).toEqual(place);
  expect(placeOf("${azurerm_user_assigned_identity.app.id}")).toEqual(place);
});

test.each([
  ["id-a"],
  ["${var.id}"],
  ["${azurerm_user_assigned_identity.app.name}"],
  ["${azurerm_user_assigned_identity.other.id}"],
])("%s has no place", (parent) => {
  expect(placeOf(parent)).toBeUndefined();
});

test("an identity that is many, or of a group that is not known, has no place", () => {
  const parent = "${azurerm_user_assigned_identity.app.id}";
  expect(placeOf(parent, { count: 2 })).toBeUndefined();
  expect(placeOf(parent, { resource_group_name: "${var.group}" })).toBeUndefined();
});

test("ids that mean one identity have one key, and others have another", () => {
  const model = modelWith({});
  const key = (text: string) => {
    const [credential] = modelWith({ parent_id: text }).federatedCredentials;
    return credential?.identityId && identityKey(model, credential.identityId);
  };
  expect(key("${azurerm_user_assigned_identity.app.id}")).toBe(key(ID.replace("rg-a", "RG-A")));
  expect(key(`${ID}-2`)).not.toBe(key(ID));
  expect(key("${var.id}")).toBe(key("${var.id}"));
  expect(key("${var.id}")).not.toBe(key("${var.other}"));
});
