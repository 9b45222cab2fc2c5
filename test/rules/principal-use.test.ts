import { GroupMember } from "@cdktf/provider-azuread/lib/group-member";
import { AzureadProvider } from "@cdktf/provider-azuread/lib/provider";
import { Vm } from "cdktf-azure-identity";
import { GUID } from "../support";
import { checkedStack, found, places, rawBinding, VM } from "./support";

const GROUP_ID = "bbbbbbbb-cccc-dddd-eeee-ffffffffffff";
const OURS = "azurerm_user_assigned_identity.ours";

/** A stack in which one principal gets a role and becomes a member of a group. */
function used(principalId: string) {
  const stack = checkedStack();
  new AzureadProvider(stack, "azuread");
  rawBinding(stack, "role", { principalId });
  new GroupMember(stack, "member", { memberObjectId: principalId, groupObjectId: GROUP_ID });
  return stack;
}

test.each([
  ["principal-id-format", "id-orders"],
  ["principal-id-attribute", `\${${OURS}.client_id}`],
  ["principal-id-attribute", `\${${OURS}.tenant_id}`],
  ["principal-id-attribute", `\${${OURS}.id}`],
])("%s refuses %s, as the principal of a role and as a member", (rule, principalId) => {
  expect(places(rule, used(principalId))).toEqual(["error test/role", "error test/member"]);
});

test("the system identity of a machine that has none can be neither", () => {
  const stack = used("${azurerm_linux_virtual_machine.vm.identity[0].principal_id}");
  new Vm(stack, "vm", VM);
  expect(places("missing-system-identity", stack)).toEqual(["error test/role", "error test/member"]);
});

test.each([GUID, `\${${OURS}.principal_id}`, "${var.principal}"])("%s can be both", (principalId) => {
  const stack = used(principalId);
  for (const rule of ["principal-id-format", "principal-id-attribute", "missing-system-identity"]) {
    expect(found(rule, stack)).toEqual([]);
  }
});
