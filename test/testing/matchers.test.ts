import { RoleAssignment } from "@cdktf/provider-azurerm/lib/role-assignment";
import { TerraformStack } from "cdktf";
import { accessMatrix, matchers } from "cdktf-azure-identity/testing";
import { FindingsStack } from "../../examples/findings/stack";
import { QuickstartStack } from "../../examples/quickstart/stack";
import { GUID, newApp, newStack } from "../support";

expect.extend(matchers);

const quickstart = new QuickstartStack(newApp(), "quickstart");
const mistaken = new FindingsStack(newApp(), "orders");
const BLOBS = {
  identity: "id-orders",
  role: "Storage Blob Data Contributor",
  scope: "stordersblobs",
};

const said = (assertion: () => void) => {
  try {
    assertion();
  } catch (error) {
    return (error as Error).message;
  }
  return "nothing";
};

test("the access matrix is a table of words", () => {
  expect(accessMatrix(quickstart)).toMatchInlineSnapshot(`
    "IDENTITY                                    ROLE                           SCOPE                               BOUND BY
    id-orders (quickstart/identity)             Storage Blob Data Contributor  stordersblobs (quickstart/account)  quickstart/identity/orders-blobs
    vm-orders (quickstart/vm), system-assigned  Reader                         rg-orders (quickstart/group)        quickstart/vm-reads-group"
  `);
});

test("the access matrix of an app has the bindings of all stacks, and that of an empty one its headings", () => {
  const app = newApp();
  for (const id of ["alpha", "beta"]) new QuickstartStack(app, id);
  expect(accessMatrix(app).split("\n")).toHaveLength(5);
  expect(accessMatrix(newStack())).toBe("IDENTITY  ROLE  SCOPE  BOUND BY");
});

describe("toHaveNoFindings", () => {
  test("passes without findings", () => {
    expect(quickstart).toHaveNoFindings();
    expect(mistaken).not.toHaveNoFindings();
  });

  test("shows what is there when it fails", () => {
    expect(said(() => expect(mistaken).toHaveNoFindings())).toContain(
      "expected no findings; there are:\n\n4 errors, 1 warning",
    );
  });
});

describe("toHaveFinding", () => {
  test("looks for the rule, and for path and message where they are given", () => {
    expect(mistaken).toHaveFinding({ rule: "computer-name" });
    expect(mistaken).toHaveFinding({
      rule: "computer-name",
      path: "orders/vm",
      message: '"vm_orders"',
    });
    expect(mistaken).not.toHaveFinding({ rule: "privileged-role" });
    expect(mistaken).not.toHaveFinding({
      rule: "computer-name",
      path: "orders/identity",
    });
    expect(mistaken).not.toHaveFinding({
      rule: "computer-name",
      message: "too long",
    });
  });

  test("shows what is there when it fails", () => {
    expect(said(() => expect(quickstart).toHaveFinding({ rule: "computer-name" }))).toBe(
      'expected the finding {"rule":"computer-name"}; there are:\n\nno findings',
    );
  });
});

describe("toGrant", () => {
  test("takes names and construct paths", () => {
    expect(quickstart).toGrant(BLOBS);
    expect(quickstart).toGrant({
      ...BLOBS,
      identity: "quickstart/identity",
      scope: "quickstart/account",
    });
    expect(quickstart).toGrant({
      identity: "vm-orders",
      role: "Reader",
      scope: "rg-orders",
    });
    expect(quickstart).toGrant({
      identity: "quickstart/vm",
      role: "Reader",
      scope: "quickstart/group",
    });
  });

  test("takes principals and scopes that are written out", () => {
    const stack = newStack();
    const scope = `/subscriptions/${GUID}`;
    new RoleAssignment(stack, "raw", {
      principalId: GUID,
      roleDefinitionName: "Reader",
      scope,
    });
    expect(stack).toGrant({ identity: GUID, role: "Reader", scope });
  });

  test.each([
    { role: "Reader" },
    { scope: "rg-orders" },
    { identity: "vm-orders" },
    { identity: "quickstart/vm" },
    { identity: GUID },
    { identity: "${var.identity}" },
    { scope: `/subscriptions/${GUID}` },
  ])("does not take another one (%j)", (other) => {
    expect(quickstart).not.toGrant({ ...BLOBS, ...other });
  });

  test("takes a built-in role by any of its names", () => {
    expect(quickstart).toGrant({ ...BLOBS, role: "storage blob data contributor" });
    expect(quickstart).toGrant({ ...BLOBS, role: "Storage Blob Data Contributor (Preview)" });
  });

  test("shows what is there when it fails, also when it was not to be there", () => {
    expect(said(() => expect(quickstart).toGrant({ ...BLOBS, role: "Owner" }))).toContain(
      accessMatrix(quickstart),
    );
    expect(said(() => expect(quickstart).not.toGrant(BLOBS))).toContain("expected not the grant");
  });
});

describe("a misspelt name fails, also behind not", () => {
  test("of a rule", () => {
    expect(said(() => expect(quickstart).not.toHaveFinding({ rule: "computer-nam" }))).toBe(
      'there is no rule "computer-nam", did you mean "computer-name"?; allowed are the ids in docs/rules.md',
    );
  });

  test("of a built-in role", () => {
    expect(said(() => expect(quickstart).not.toGrant({ ...BLOBS, role: "Raeder" }))).toContain(
      'there is no built-in role "Raeder", did you mean "Reader"?',
    );
  });

  test.each([
    ["identity", "id-ordres", "id-orders"],
    ["identity", "quickstart/identity/Default", "quickstart/identity"],
    ["scope", "stordersblob", "stordersblobs"],
  ] as const)("of what is the %s, %s", (part, wrong, right) => {
    const message =
      `nothing in the app has the name or construct path "${wrong}" of the ${part}, did you mean "${right}"?; ` +
      "allowed are names and construct paths in the app, ids and expressions";
    expect(said(() => expect(quickstart).not.toGrant({ ...BLOBS, [part]: wrong }))).toBe(message);
    expect(said(() => expect(quickstart).toGrant({ ...BLOBS, [part]: wrong }))).toBe(message);
  });

  test("but a role of the tenant has any name", () => {
    expect(quickstart).not.toGrant({ ...BLOBS, role: "Orders on-call operator of the tenant" });
  });
});

test("toHaveBindingCount counts role bindings", () => {
  expect(quickstart).toHaveBindingCount(2);
  expect(quickstart).not.toHaveBindingCount(1);
  expect(new TerraformStack(newApp(), "empty")).toHaveBindingCount(0);
  expect(said(() => expect(quickstart).toHaveBindingCount(3))).toContain(
    "expected 3 bindings; there are:\n\n2 bindings",
  );
});
