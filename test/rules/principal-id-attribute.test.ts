import { DataAzurermClientConfig } from "@cdktf/provider-azurerm/lib/data-azurerm-client-config";
import { TerraformCount, type TerraformStack } from "cdktf";
import { IdentityRoleBinding, Role, UserAssignedIdentity, VmWithSystemIdentity } from "cdktf-azure-identity";
import { GROUP, newApp, newStack } from "../support";
import {
  checkedStack,
  found,
  LATE_TEXTS,
  places,
  prepared,
  RESOURCE_GROUP_ID,
  rawBinding,
  VM,
} from "./support";

const RULE = "principal-id-attribute";

function bind(stack: TerraformStack, id: string, principalId: string): IdentityRoleBinding {
  const identity = { principalId, tenantId: "" };
  return new IdentityRoleBinding(stack, id, {
    identity,
    role: Role.builtIn("Reader"),
    scope: RESOURCE_GROUP_ID,
  });
}

function newIdentity(stack: TerraformStack): UserAssignedIdentity {
  return new UserAssignedIdentity(stack, "identity", { ...GROUP, name: "id-orders" });
}

test("principal ids of identities, machines, lookups and the deployer are accepted", () => {
  const stack = newStack();
  bind(stack, "a", newIdentity(stack).principalId);
  bind(stack, "b", new VmWithSystemIdentity(stack, "vm", VM).principalId);
  const lookup = { name: "id-shared", resourceGroupName: "rg" };
  bind(stack, "c", UserAssignedIdentity.fromName(stack, "shared", lookup).principalId);
  bind(stack, "d", new DataAzurermClientConfig(stack, "deployer").objectId);
  expect(found(RULE, stack)).toEqual([]);
});

test("a client id is an error that says what is allowed", () => {
  const stack = newStack();
  bind(stack, "binding", newIdentity(stack).clientId);
  expect(found(RULE, stack)).toEqual([
    {
      rule: RULE,
      level: "error",
      stack: "test",
      path: "test/binding",
      address: "azurerm_role_assignment.binding",
      message:
        'principal "${azurerm_user_assigned_identity.identity.client_id}" is a client id; allowed is the object id of a ' +
        "principal in Entra; pass the identity itself, or its principal_id",
    },
  ]);
});

test.each([
  ["${azurerm_user_assigned_identity.a.tenant_id}", "tenant id"],
  ["${azurerm_user_assigned_identity.a[0].client_id}", "client id"],
  ["${azurerm_user_assigned_identity.a.id}", "resource id"],
  ["${azapi_resource.a.id}", "resource id"],
  ["${data.azurerm_user_assigned_identity.a.client_id}", "client id"],
  ["${azurerm_linux_virtual_machine.a.identity[0].tenant_id}", "tenant id"],
  ["${azurerm_kubernetes_cluster.a.kubelet_identity[0].client_id}", "client id"],
  ["${data.azuread_service_principal.a.application_id}", "client id"],
])("the principal %s is an error, as it is a %s", (principalId, mistaken) => {
  const stack = checkedStack();
  rawBinding(stack, "binding", { principalId });
  expect(found(RULE, stack).map(({ level, message }) => [level, message.split(";")[0]])).toEqual([
    ["error", `principal "${principalId}" is a ${mistaken}`],
  ]);
});

test.each([
  "${azurerm_kubernetes_cluster.a.kubelet_identity[0].object_id}",
  "${data.azuread_group.a.object_id}",
  "${random_uuid.a.id}",
  "${data.terraform_remote_state.other.outputs.client_id}",
  "${module.orders.client_id}",
  "${var.client_id}",
  "${local.client_id}",
])("the principal %s says nothing", (principalId) => {
  const stack = checkedStack();
  rawBinding(stack, "binding", { principalId });
  expect(found(RULE, stack)).toEqual([]);
});

test.each(LATE_TEXTS)("%s as a principal says nothing", (_, make) => {
  const stack = checkedStack();
  const { text, repeated } = make(stack, "text");
  rawBinding(stack, "raw", { principalId: text, ...repeated });
  expect(found(RULE, stack)).toEqual([]);
});

test("the principal counts that a binding has after overrides and setters", () => {
  const stack = newStack();
  const { principalId, clientId } = newIdentity(stack);
  bind(stack, "mended", clientId).resource.addOverride("principal_id", principalId);
  bind(stack, "reset", clientId).resource.principalId = principalId;
  bind(stack, "overridden", principalId).resource.addOverride("principal_id", clientId);
  bind(stack, "set", principalId).resource.principalId = clientId;
  expect(places(RULE, stack)).toEqual(["error test/overridden", "error test/set"]);
});

test("a raw binding is an error, counted or not, by override and by setter too", () => {
  const stack = newStack();
  const { principalId, clientId } = newIdentity(stack);
  rawBinding(stack, "counted", { principalId: clientId, count: TerraformCount.of(2) });
  rawBinding(stack, "overridden").addOverride("principal_id", clientId);
  rawBinding(stack, "set").principalId = clientId;
  rawBinding(stack, "mended", { principalId: clientId }).principalId = principalId;
  expect(places(RULE, stack)).toEqual(["error test/counted", "error test/overridden", "error test/set"]);
});

test("the client id of an identity of another stack is an error, its principal id is not", () => {
  const app = newApp();
  const { principalId, clientId } = newIdentity(newStack("identities", app));
  const stack = newStack("access", app);
  bind(stack, "good", principalId);
  bind(stack, "bad", clientId);
  expect(places(RULE, prepared(app))).toEqual(["error access/bad"]);
});
