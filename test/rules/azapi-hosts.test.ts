import { TerraformResource, type TerraformStack } from "cdktf";
import {
  ExistingVirtualMachine,
  UserAssignedIdentity,
  VirtualMachineIdentity,
  VirtualMachineSystemIdentity,
} from "cdktf-azure-identity";
import { findings, GROUP, newApp, newStack } from "../support";
import { checkedStack, found, IDENTITY_ID, places, RESOURCE_GROUP_ID, rawBinding } from "./support";

const virtualMachine = ExistingVirtualMachine.fromId(
  `${RESOURCE_GROUP_ID}/providers/Microsoft.Compute/virtualMachines/vm`,
);

/** An element of azapi that a user wrote. */
function raw(
  stack: TerraformStack,
  id: string,
  type: string,
  body: object,
  given: object = {},
): TerraformResource {
  const resource = new TerraformResource(stack, id, { terraformResourceType: type });
  const common = { type: "Microsoft.Compute/virtualMachines@2024-07-01", resource_id: virtualMachine.id };
  for (const [name, value] of Object.entries({ ...common, body, ...given }))
    resource.addOverride(name, value);
  return resource;
}

function attach(stack: TerraformStack, identityId: string, id = "machine"): void {
  const identity = UserAssignedIdentity.fromAttributes({ id: identityId });
  new VirtualMachineIdentity(stack, id, { virtualMachine, userAssignedIdentities: [identity] });
}

test("a role can be bound to an identity that azapi switches on, and to none that it switches off", () => {
  const stack = checkedStack();
  for (const type of ["SystemAssigned, UserAssigned", "UserAssigned", "None", "${var.type}"]) {
    const id = type.replace(/\W/g, "");
    const host = raw(stack, id, "azapi_update_resource", { identity: { type } });
    rawBinding(stack, `to-${id}`, { principalId: host.getStringAttribute("output.identity.principalId") });
  }
  const silent = raw(stack, "silent", "azapi_update_resource", { tags: {} });
  rawBinding(stack, "to-silent", { principalId: silent.getStringAttribute("output.identity.principalId") });
  expect(places("missing-system-identity", stack)).toEqual([
    "error test/to-UserAssigned",
    "error test/to-None",
  ]);
  expect(found("missing-system-identity", stack)[0]?.message).toMatch(
    /which has none; allowed is a resource with one; use VirtualMachineSystemIdentity \(raw: add SystemAssigned/,
  );
});

test("a role is bound to a machine of others without any finding", () => {
  const stack = newStack();
  const machine = new VirtualMachineSystemIdentity(stack, "machine", { virtualMachine });
  rawBinding(stack, "binding", { principalId: machine.principalId, principalType: "ServicePrincipal" });
  expect(findings(stack)).toEqual([]);
});

test("the principal of such a machine is a service principal", () => {
  const stack = newStack();
  const machine = new VirtualMachineSystemIdentity(stack, "machine", { virtualMachine });
  rawBinding(stack, "binding", { principalId: machine.principalId, principalType: "User" });
  expect(places("principal-type", stack)).toEqual(["error test/binding"]);
});

test("what is attached is the id of an identity, in any case", () => {
  const stack = newStack();
  attach(stack, "id-orders", "name");
  attach(stack, IDENTITY_ID.replace("resourceGroups", "resourcegroups"), "case");
  attach(stack, IDENTITY_ID, "id");
  expect(places("identity-id", stack)).toEqual(["error test/name"]);
});

test("the text of an address is no identity", () => {
  const stack = newStack();
  attach(stack, "azurerm_user_assigned_identity.app.id");
  expect(places("quoted-reference", stack)).toEqual(["error test/machine"]);
});

test("an identity in two spellings is attached twice", () => {
  const stack = newStack();
  const identities = [IDENTITY_ID, IDENTITY_ID.toLowerCase()].map((id) =>
    UserAssignedIdentity.fromAttributes({ id }),
  );
  new VirtualMachineIdentity(stack, "machine", { virtualMachine, userAssignedIdentities: identities });
  expect(places("duplicate-identity", stack)).toEqual(["error test/machine"]);
});

test("the name of an attached identity is as short as for any machine", () => {
  const stack = newStack();
  const identity = new UserAssignedIdentity(stack, "identity", {
    ...GROUP,
    name: "id-orders-and-reports-of-all",
  });
  new VirtualMachineIdentity(stack, "machine", { virtualMachine, userAssignedIdentities: [identity] });
  raw(
    stack,
    "site",
    "azapi_resource",
    {},
    {
      type: "Microsoft.Web/sites@2024-04-01",
      body: {
        identity: {
          type: "UserAssigned",
          userAssignedIdentities: { [`${IDENTITY_ID}-that-is-too-long`]: {} },
        },
      },
    },
  );
  expect(places("attached-identity-name-length", stack)).toEqual(["error test/identity"]);
});

test("an identity that is attached to a machine of others is used", () => {
  const app = newApp();
  const stack = newStack("test", app);
  const [one, other] = ["one", "other"].map(
    (id) => new UserAssignedIdentity(stack, id, { ...GROUP, name: `id-${id}` }),
  ) as [UserAssignedIdentity, UserAssignedIdentity];
  const machine = new VirtualMachineIdentity(stack, "machine", {
    virtualMachine,
    userAssignedIdentities: [one],
  });
  expect(machine.resource.node.path).toBe("test/machine/Default");
  expect(other.node.id).toBe("other");
  expect(() => app.synth()).not.toThrow();
  expect(places("unused-identity", app)).toEqual(["information test/other"]);
});

test("an identity that is taken away is not attached, nor is what a request at destroy names", () => {
  const stack = checkedStack();
  const identity = (value: object | null) => ({
    identity: { type: "UserAssigned", userAssignedIdentities: { "not-an-id": value } },
  });
  raw(stack, "gone", "azapi_resource_action", identity(null));
  raw(stack, "last", "azapi_resource_action", identity({}), { when: "destroy" });
  expect(found("identity-id", stack)).toEqual([]);
  raw(stack, "there", "azapi_resource_action", identity({}));
  expect(places("identity-id", stack)).toEqual(["error test/there"]);
});
