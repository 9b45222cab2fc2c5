import { Lazy, TerraformCount, type TerraformStack } from "cdktf";
import { Principal, PrincipalRoleBinding, Role } from "cdktf-azure-identity";
import { GUID, newStack } from "../support";
import { checkedStack, found, LATE_TEXTS, places, RESOURCE_GROUP_ID, rawBinding } from "./support";

const RULE = "skip-service-principal-check";
const SKIPPED = { skipServicePrincipalAadCheck: true };

function group(stack: TerraformStack): string {
  stack.addOverride("data.azuread_group.people", { display_name: "people" });
  return "${data.azuread_group.people.object_id}";
}

test("it is accepted for a service principal, for one that may be one, and where it is off", () => {
  const stack = checkedStack();
  rawBinding(stack, "stated", { ...SKIPPED, principalType: "ServicePrincipal", principalId: group(stack) });
  rawBinding(stack, "unknown", SKIPPED);
  rawBinding(stack, "off", { skipServicePrincipalAadCheck: false, principalId: group(stack) });
  rawBinding(stack, "absent", { principalType: "User" });
  expect(found(RULE, stack)).toEqual([]);
});

test("for a group without a type it is an error that says what to do", () => {
  const stack = checkedStack();
  rawBinding(stack, "raw", { ...SKIPPED, principalId: group(stack) });
  rawBinding(stack, "user", { ...SKIPPED, principalId: "${azuread_user.ada.object_id}" });
  expect(found(RULE, stack).map(({ level, path, message }) => [level, path, message])).toEqual([
    [
      "error",
      "test/raw",
      "skip_service_principal_aad_check is given for a Group; allowed is it for service principals; leave it out, and " +
        'set principal_type to "Group"',
    ],
    [
      "error",
      "test/user",
      expect.stringContaining("for a User; allowed is it for service principals; leave it out, and"),
    ],
  ]);
});

test("where the type is given, which azurerm sends instead, it is a warning", () => {
  const stack = newStack();
  const principal = Principal.group(GUID);
  const props = { principal, role: Role.builtIn("Reader"), scope: RESOURCE_GROUP_ID };
  new PrincipalRoleBinding(stack, "ours", props).resource.skipServicePrincipalAadCheck = true;
  rawBinding(stack, "raw", { ...SKIPPED, principalType: "User" });
  expect(places(RULE, stack)).toEqual(["warning test/ours", "warning test/raw"]);
  expect(found(RULE, stack)[0]?.message).toBe(
    "skip_service_principal_aad_check is given for a Group; allowed is it for service principals; leave it out",
  );
});

test.each(LATE_TEXTS)("%s as a type or as the argument says nothing", (_, make) => {
  const stack = checkedStack();
  const { text, repeated } = make(stack, "ServicePrincipal");
  rawBinding(stack, "type", { ...SKIPPED, principalType: text, principalId: group(stack), ...repeated });
  rawBinding(stack, "argument", { principalType: "User", ...repeated }).addOverride(
    "skip_service_principal_aad_check",
    text,
  );
  expect(found(RULE, stack)).toEqual([]);
});

test("what the binding says after setters, overrides and at last counts, also when counted", () => {
  const stack = checkedStack();
  rawBinding(stack, "mended", { ...SKIPPED, principalType: "User" }).resetSkipServicePrincipalAadCheck();
  rawBinding(stack, "lazy", { ...SKIPPED, principalType: Lazy.stringValue({ produce: () => "User" }) });
  rawBinding(stack, "text", { principalType: "User" }).addOverride(
    "skip_service_principal_aad_check",
    "true",
  );
  rawBinding(stack, "counted", { ...SKIPPED, principalType: "Group", count: TerraformCount.of(2) });
  expect(places(RULE, stack)).toEqual(["warning test/lazy", "warning test/text", "warning test/counted"]);
});

test("who is in a group, and a service principal, may be one; the group itself is not", () => {
  const stack = checkedStack();
  rawBinding(stack, "member", { ...SKIPPED, principalId: "${data.azuread_group.ops.members[0]}" });
  rawBinding(stack, "owner", { ...SKIPPED, principalId: "${azuread_group.ops.owners[0]}" });
  rawBinding(stack, "app", { ...SKIPPED, principalId: "${data.azuread_service_principal.app.object_id}" });
  rawBinding(stack, "group", { ...SKIPPED, principalId: "${data.azuread_group.ops.object_id}" });
  expect(places(RULE, stack)).toEqual(["error test/group"]);
});
