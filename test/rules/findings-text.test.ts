import { type Finding, IdentityRules, UserAssignedIdentity } from "cdktf-azure-identity";
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

test("constructs of which the same is said stand above one text, in the order of the first", () => {
  const finding = (path: string, message: string, rule = "login-role"): Finding => {
    return { rule, level: "error", stack: "app", path, address: `azurerm_x.${path}`, message };
  };
  const text = findingsText([
    finding("first", "no role; give it one"),
    finding("other", "no name; name it"),
    finding("second", "no role; give it one"),
    finding("more", "no role; give it one"),
    finding("more", "no name; name it"),
    { ...finding("elsewhere", "no role; give it one"), stack: "last" },
  ]);
  expect(text.split("\n\n").slice(0, 3).join("\n\n")).toBe(`6 errors in 2 stacks

app
  first  (azurerm_x.first)
  second  (azurerm_x.second)
    error  login-role: no role
      give it one
  other  (azurerm_x.other)
    error  login-role: no name
      name it
  more  (azurerm_x.more)
    error  login-role: no role
      give it one
    error  login-role: no name
      name it

last
  elsewhere  (azurerm_x.elsewhere)
    error  login-role: no role
      give it one`);
});

/** Machines of two stacks in turn, with a finding each. */
function manyFindings(number: number, rule = "login-role", level: Finding["level"] = "error"): Finding[] {
  return Array.from({ length: number }, (_, at) => {
    const stack = at % 2 === 0 ? "even" : "odd";
    const message = `given ${at}; allowed; fix`;
    return { rule, level, stack, path: `${stack}/vm-${at}`, address: `azurerm_x.vm-${at}`, message };
  });
}

test("up to 50 findings of a rule are shown in full", () => {
  const text = findingsText(manyFindings(50));
  expect(text.match(/error {2}login-role: given \d+$/gm)).toHaveLength(50);
  expect(text).not.toContain("more of this kind");
  expect(text).not.toContain("Findings.of");
});

test("of more, each stack says how many and the first, and the text where all of them are", () => {
  const text = findingsText(manyFindings(1000));
  expect(text.split("\n")[0]).toBe("1000 errors in 2 stacks");
  expect(text.match(/error {2}login-role: given \d+$/gm)).toHaveLength(50);
  expect(text.match(/.*more of this kind.*/g)).toEqual([
    "  error  login-role: 475 more of this kind, the first at even/vm-50",
    "  error  login-role: 475 more of this kind, the first at odd/vm-51",
  ]);
  expect(text).toMatch(/\nFindings\.of\(app\) gives all findings as data\n$/);
});

test("each rule and level is shown, however many there are of another", () => {
  const text = findingsText([
    ...manyFindings(1000),
    ...manyFindings(60, "login-role", "warning"),
    ...manyFindings(1, "identity-name"),
  ]);
  expect(text.split("\n")[0]).toBe("1001 errors, 60 warnings in 2 stacks");
  expect(text.match(/warning {2}login-role: given \d+$/gm)).toHaveLength(50);
  expect(text.match(/error {2}identity-name: given \d+$/gm)).toHaveLength(1);
});

test("a stack all of whose findings are counted alone is there", () => {
  const [first] = manyFindings(1) as [Finding];
  const text = findingsText([...manyFindings(100), { ...first, stack: "last", path: "last/vm" }]);
  expect(text).toContain("\nlast\n  error  login-role: 1 more of this kind, the first at last/vm\n");
});

test("who lacks roles is told how to get the list of them, and others are not", () => {
  const [finding] = manyFindings(1) as [Finding];
  const pointer = "Deployer.of(app).leastPrivilege() gives the fewest roles that a deployer needs";
  expect(findingsText([{ ...finding, rule: "deployer-permission" }])).toContain(`\n${pointer}\n`);
  expect(findingsText([finding])).not.toContain("leastPrivilege");
});
