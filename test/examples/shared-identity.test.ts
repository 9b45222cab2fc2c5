import type { TerraformStack } from "cdktf";
import { accessMatrix } from "cdktf-azure-identity/testing";
import { IdentityStack } from "../../examples/shared-identity/identity-stack";
import { OrdersStack } from "../../examples/shared-identity/orders-stack";
import { ReportsStack } from "../../examples/shared-identity/reports-stack";
import { findings, newApp } from "../support";
import { accessOf } from "./support";

function sharedIdentity() {
  const app = newApp();
  const owner = new IdentityStack(app, "identity");
  const { identity } = owner;
  const orders = new OrdersStack(app, "orders", { identity });
  const reports = new ReportsStack(app, "reports", { identity });
  return { app, owner, orders, reports };
}

test.each(["owner", "orders", "reports"] as const)("%s: its addresses, identities and roles", (name) => {
  const { app, ...stacks } = sharedIdentity();
  app.synth();
  expect(accessOf(app, stacks[name])).toMatchSnapshot();
});

test("one identity has the roles of both stacks", () => {
  const { app } = sharedIdentity();
  app.synth();
  expect(accessMatrix(app)).toMatchInlineSnapshot(`
    "IDENTITY                                  ROLE                           SCOPE                           BOUND BY
    id-shop (identity/identity)               Reader                         orders/current-subscription     orders/shop-reads-subscription
    id-shop (identity/identity)               Storage Blob Data Contributor  stordersblobs (orders/account)  orders/shop-writes-blobs
    id-shop (identity/identity)               Key Vault Secrets User         kv-reports (reports/vault)      reports/shop-reads-secrets
    vm-reports (reports/vm), system-assigned  Reader                         rg-reports (reports/group)      reports/vm/reads-group"
  `);
});

test("the two stacks depend on that of the identity, and it on neither", () => {
  const { app, owner, orders, reports } = sharedIdentity();
  app.synth();
  const uses = (stack: TerraformStack) => stack.dependencies.map(({ node }) => node.id);
  expect([owner, orders, reports].map(uses)).toEqual([[], ["identity"], ["identity"]]);
});

test("the stacks have no finding", () => {
  expect(findings(sharedIdentity().app)).toEqual([]);
});
