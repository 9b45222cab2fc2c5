import { readdirSync } from "node:fs";
import { join } from "node:path";
import { RoleAssignment } from "@cdktf/provider-azurerm/lib/role-assignment";
import type { App } from "cdktf";
import {
  Deployer,
  IdentityRoleBinding,
  IdentityRules,
  Role,
  UserAssignedIdentity,
} from "cdktf-azure-identity";
import { findingsOf } from "../../../lib/cli/project/findings-of";
import { readProject } from "../../../lib/cli/project/read-project";
import type { ReportedFinding } from "../../../lib/report/identity-report";
import { ROOT } from "../../docs/markdown";
import { GROUP, newApp, newStack, SUBSCRIPTION, temporaryFolder } from "../../support";

/**
 * What the synth of each stack found, as its report has it, and what the check of the folder finds. Messages may differ
 * in order: cdktf sorts what it writes.
 */
function bothOf(folder: string) {
  const project = readProject(folder);
  const told = (stack: string, { rule, level, path, address, accepted }: ReportedFinding) =>
    [level, rule, stack, path, address, accepted?.path, accepted?.reason].join(" | ");
  const synth = project.stacks.flatMap(({ path, report }) =>
    (report?.findings ?? []).map((finding) => told(path, finding)),
  );
  const check = findingsOf(project).map((finding) => told(finding.stack, finding));
  return {
    synth: synth.sort(),
    check: check.sort(),
    isWholeApp: project.isWholeApp,
  };
}

const EXAMPLES = readdirSync(join(ROOT, "examples")).filter((name) => name !== "findings");

test.each(EXAMPLES)("the check of what the example %s wrote finds what its synth found", (example) => {
  const folder = temporaryFolder();
  process.env.CDKTF_OUTDIR = folder;
  try {
    require(join(ROOT, "examples", example, "main.ts"));
  } finally {
    delete process.env.CDKTF_OUTDIR;
  }
  const { synth, check, isWholeApp } = bothOf(folder);
  expect(isWholeApp).toBe(true);
  expect(check).toEqual(synth);
});

/** Settings at every level, findings within stacks and between them, and a deployer with too little. */
function variousApp(): App {
  const app = newApp();
  const scope = `/subscriptions/${SUBSCRIPTION}`;
  const billing = newStack("billing", app);
  const orders = newStack("orders", app);
  const raw = newStack("raw", app);
  const identity = new UserAssignedIdentity(orders, "identity", {
    ...GROUP,
    name: "orders",
  });
  const roles = { role: Role.builtIn("Owner"), scope };
  new IdentityRoleBinding(orders, "owner", { identity, ...roles });
  new IdentityRoleBinding(billing, "owner", { identity, ...roles });
  const owner = {
    principalId: SUBSCRIPTION,
    roleDefinitionName: "Owner",
    scope,
  };
  for (const stack of [orders, billing, raw]) {
    new RoleAssignment(stack, "raw-owner", owner);
  }
  IdentityRules.acknowledge(app, {
    id: "duplicate-role-binding",
    reason: "moved in two steps",
  });
  IdentityRules.acknowledge(orders, {
    id: "privileged-role",
    reason: "the landing zone",
  });
  IdentityRules.acknowledge(app, {
    id: "lock-order",
    reason: "accepts nothing",
  });
  IdentityRules.severity(billing, "privileged-role", "information");
  IdentityRules.severity(app, "privileged-role", "warning");
  IdentityRules.severity(app, "deployer-permission", "warning");
  IdentityRules.naming(app, {
    resourceType: "azurerm_user_assigned_identity",
    prefix: "id-",
  });
  Deployer.of(orders).holdsOnSubscription(Role.builtIn("Reader"));
  app.synth();
  return app;
}

test("and so it does where an app sets levels, accepts, names and declares", () => {
  const { synth, check } = bothOf(variousApp().outdir);
  expect(check).toEqual(synth);
  expect(check).toMatchInlineSnapshot(`
    [
      "error | duplicate-role-binding | billing | billing/raw-owner | azurerm_role_assignment.raw-owner |  | moved in two steps",
      "error | duplicate-role-binding | orders | orders/owner | azurerm_role_assignment.owner |  | moved in two steps",
      "error | duplicate-role-binding | orders | orders/raw-owner | azurerm_role_assignment.raw-owner |  | moved in two steps",
      "information | privileged-role | billing | billing/owner | azurerm_role_assignment.owner |  | ",
      "information | privileged-role | billing | billing/raw-owner | azurerm_role_assignment.raw-owner |  | ",
      "warning | deployer-permission | orders | orders/identity | azurerm_user_assigned_identity.identity |  | ",
      "warning | deployer-permission | orders | orders/owner | azurerm_role_assignment.owner |  | ",
      "warning | deployer-permission | orders | orders/raw-owner | azurerm_role_assignment.raw-owner |  | ",
      "warning | naming-convention | orders | orders/identity | azurerm_user_assigned_identity.identity |  | ",
      "warning | privileged-role | orders | orders/owner | azurerm_role_assignment.owner | orders | the landing zone",
      "warning | privileged-role | orders | orders/raw-owner | azurerm_role_assignment.raw-owner | orders | the landing zone",
      "warning | unclear-deployer-permission | orders | orders | provider.azurerm |  | ",
      "warning | unused-acknowledgement | billing |  |  |  | ",
    ]
  `);
});
