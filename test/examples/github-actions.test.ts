import { accessMatrix, matchers } from "cdktf-azure-identity/testing";
import { GitHubActionsStack } from "../../examples/github-actions/stack";
import { newApp, synthesized } from "../support";
import { accessOf } from "./support";

expect.extend(matchers);

const actions = (app = newApp()) => new GitHubActionsStack(app, "github-actions");

test("its addresses and roles stay", () => {
  const app = newApp();
  const stack = actions(app);
  app.synth();
  expect(accessOf(app, stack)).toMatchSnapshot();
});

test("the environment deploys, and the branch and pull requests look", () => {
  const { azurerm_federated_identity_credential: credentials } = synthesized(actions()).resource;
  const trusted = Object.values(credentials as Record<string, Record<string, unknown>>);
  expect(trusted.map(({ subject, parent_id: identity }) => [subject, identity])).toEqual([
    ["repo:shop/orders:environment:production", "${azurerm_user_assigned_identity.deploys.id}"],
    ["repo:shop/orders:ref:refs/heads/main", "${azurerm_user_assigned_identity.plans.id}"],
    ["repo:shop/orders:pull_request", "${azurerm_user_assigned_identity.plans.id}"],
  ]);
});

test("the access is what was reviewed, and no rule says anything", () => {
  expect(accessMatrix(actions())).toMatchInlineSnapshot(`
    "IDENTITY                                    ROLE         SCOPE                             BOUND BY
    id-orders-deploys (github-actions/deploys)  Contributor  rg-orders (github-actions/group)  github-actions/deploys/writes-group
    id-orders-plans (github-actions/plans)      Reader       rg-orders (github-actions/group)  github-actions/plans/reads-group"
  `);
  expect(actions()).toHaveNoFindings();
});
