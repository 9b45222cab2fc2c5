import { IdentityRules, UserAssignedIdentity } from "cdktf-azure-identity";
import { findingsText } from "../../lib/rules/findings-text";
import { exported, findings, GROUP, newApp, newStack } from "../support";
import { checkedStack, IDENTITY_ID, rawBinding, rawVm } from "./support";

test("findings are counted and listed by stack and construct", () => {
  const app = newApp();
  const orders = newStack("orders", app);
  exported(new UserAssignedIdentity(orders, "identity", { ...GROUP, name: "x" }));
  rawVm(orders, "vm", {
    type: "UserAssigned",
    identityIds: [IDENTITY_ID, IDENTITY_ID],
  });
  const bills = checkedStack("bills", app);
  rawBinding(bills, "binding", { principalId: "x", scope: "x" });
  IdentityRules.severity(bills, "scope-format", "information");
  IdentityRules.acknowledge(app, {
    id: "privileged-role",
    reason: "for this text",
  });
  expect(findingsText(findings(app))).toMatchInlineSnapshot(`
    "2 errors, 2 warnings, 1 for information in 2 stacks

    orders
      orders/identity  (azurerm_user_assigned_identity.identity)
        error  identity-name: identity name "x" has 1 character
          allowed are 3-128 of A-Z a-z 0-9 - _, first a letter or digit
          change the name
      orders/vm  (azurerm_linux_virtual_machine.vm)
        warning  duplicate-identity: user-assigned identity "/subscriptions/11111111-2222-3333-4444-555555555555/resourceGroups/rg-orders/providers/Microsoft.ManagedIdentity/userAssignedIdentities/id-orders" is attached 2 times
          allowed is once
          remove the others
      (app)
        warning  unused-acknowledgement: the acknowledgement of "privileged-role" accepts nothing here any more
          remove it

    bills
      bills/binding  (azurerm_role_assignment.binding)
        error  principal-id-format: principal id "x" is not a GUID
          allowed is the object id of a principal in Entra, xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx
          pass the identity itself, or the object id
        information  scope-format: scope "x" is not an id that Azure knows as a scope
          allowed are "/", /providers/Microsoft.Management/managementGroups/<name>, /subscriptions/<guid>, /subscriptions/<guid>/resourceGroups/<group> and ids of resources below those
          pass the id of a resource, or one of Scope.subscription, Scope.resourceGroup, Scope.managementGroup

    node_modules/cdktf-azure-identity/docs/rules.md says why; IdentityRules.acknowledge(construct, { id, reason }) accepts a finding
    "
  `);
});

test("one finding is counted in the singular, and only levels that are there", () => {
  const stack = newStack();
  new UserAssignedIdentity(stack, "identity", { ...GROUP, name: "x" });
  expect(findingsText(findings(stack)).split("\n")[0]).toBe("1 error in 1 stack");
});
