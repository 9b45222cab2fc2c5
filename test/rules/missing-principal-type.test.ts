import { TerraformCount, type TerraformStack } from "cdktf";
import { Role, UserAssignedIdentity, VmWithSystemIdentity } from "cdktf-azure-identity";
import { GROUP, GUID, newApp, newStack } from "../support";
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

const RULE = "missing-principal-type";

function newIdentity(stack: TerraformStack): UserAssignedIdentity {
  return new UserAssignedIdentity(stack, "identity", { ...GROUP, name: "id-orders" });
}

test("bindings of the library say the type, and a raw one that says it is accepted", () => {
  const stack = newStack();
  const identity = newIdentity(stack);
  identity.assignRole("ours", Role.builtIn("Reader"), RESOURCE_GROUP_ID);
  rawBinding(stack, "raw", { principalId: identity.principalId, principalType: "ServicePrincipal" });
  expect(found(RULE, stack)).toEqual([]);
});

test("a raw binding without the type gets a warning that says what to set", () => {
  const stack = newStack();
  rawBinding(stack, "binding", { principalId: newIdentity(stack).principalId });
  expect(found(RULE, stack)).toEqual([
    {
      rule: RULE,
      level: "warning",
      stack: "test",
      path: "test/binding",
      address: "azurerm_role_assignment.binding",
      message:
        'no principal_type is given for test/identity, a managed identity; allowed is "ServicePrincipal"; set ' +
        "principal_type to that, or bind with IdentityRoleBinding, which does",
    },
  ]);
});

test("the identity of a machine is one that the app makes too", () => {
  const stack = newStack();
  rawBinding(stack, "raw", { principalId: new VmWithSystemIdentity(stack, "vm", VM).principalId });
  expect(places(RULE, stack)).toEqual(["warning test/raw"]);
});

test("skipping the check of the service principal sends the type as well", () => {
  const stack = newStack();
  const { principalId } = newIdentity(stack);
  rawBinding(stack, "skipped", { principalId, skipServicePrincipalAadCheck: true });
  rawBinding(stack, "expression", { principalId }).addOverride(
    "skip_service_principal_aad_check",
    "${var.skip}",
  );
  rawBinding(stack, "not-skipped", { principalId, skipServicePrincipalAadCheck: false });
  expect(places(RULE, stack)).toEqual(["warning test/not-skipped"]);
});

test("principals that the app does not make are not this rule's matter", () => {
  const stack = checkedStack();
  const lookup = { name: "id-shared", resourceGroupName: "rg" };
  rawBinding(stack, "literal", { principalId: GUID });
  rawBinding(stack, "variable", { principalId: "${var.principal}" });
  rawBinding(stack, "found", {
    principalId: UserAssignedIdentity.fromName(stack, "shared", lookup).principalId,
  });
  expect(found(RULE, stack)).toEqual([]);
});

test.each(LATE_TEXTS)("%s as a type counts as one", (_, make) => {
  const stack = checkedStack();
  const { text, repeated } = make(stack, "ServicePrincipal");
  const principalId = newIdentity(stack).principalId;
  rawBinding(stack, "raw", { principalId, principalType: text, ...repeated });
  expect(found(RULE, stack)).toEqual([]);
});

test("the type counts that a binding has after overrides and setters", () => {
  const stack = newStack();
  const identity = newIdentity(stack);
  identity.assignRole("reset", Role.builtIn("Reader"), RESOURCE_GROUP_ID).resource.resetPrincipalType();
  rawBinding(stack, "set", { principalId: identity.principalId }).principalType = "ServicePrincipal";
  rawBinding(stack, "overridden", { principalId: identity.principalId }).addOverride(
    "principal_type",
    "ServicePrincipal",
  );
  expect(places(RULE, stack)).toEqual(["warning test/identity/reset"]);
});

test("a counted binding gets a warning, here and for an identity of another stack", () => {
  const app = newApp();
  const { principalId } = newIdentity(newStack("identities", app));
  rawBinding(checkedStack("access", app), "counted", { principalId, count: TerraformCount.of(2) });
  expect(places(RULE, prepared(app))).toEqual(["warning access/counted"]);
});
