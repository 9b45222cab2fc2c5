import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { RoleAssignment } from "@cdktf/provider-azurerm/lib/role-assignment";
import { IdentityRules, UserAssignedIdentity } from "cdktf-azure-identity";
import { repositoryRoot, uriIn } from "../../../lib/cli/check/uri";
import { RULES } from "../../../lib/rules/registry";
import { exported, GROUP, GUID, newApp, newStack, SUBSCRIPTION } from "../../support";
import { command, folderWith, identityNamed } from "../support";

/** The only run of the SARIF that a check of a folder writes. */
async function sarif(folder: string) {
  const log = JSON.parse((await command("check", folder, "--format", "sarif")).out);
  expect([log.version, log.runs.length]).toEqual(["2.1.0", 1]);
  return log.runs[0];
}

test("all rules are listed, with what a viewer shows of them", async () => {
  const { tool } = await sarif(folderWith({ "main.tf.json": identityNamed("id-orders") }));
  const { rules, ...driver } = tool.driver;
  expect(driver).toMatchInlineSnapshot(`
    {
      "informationUri": "https://github.com/cdktf-azure-identity/cdktf-azure-identity",
      "name": "cdktf-azure-identity",
      "semanticVersion": "0.1.0",
    }
  `);
  expect(rules.map(({ id }: { id: string }) => id)).toEqual([
    ...RULES.map(({ id }) => id),
    "unused-acknowledgement",
  ]);
  expect(rules[0]).toMatchInlineSnapshot(`
    {
      "defaultConfiguration": {
        "level": "error",
      },
      "fullDescription": {
        "text": "the name of a user-assigned identity is one that Azure accepts. Why: azurerm does not look at the name: a bad one passes the plan and fails at apply",
      },
      "help": {
        "markdown": "**Why:** azurerm does not look at the name: a bad one passes the plan and fails at apply

    **Source:** Azure, Naming rules and restrictions for Azure resources, Microsoft.ManagedIdentity

    Where it is right for you, accept it with \`IdentityRules.acknowledge(construct, { id: "identity-name", reason: "..." })\`.",
        "text": "Why: azurerm does not look at the name: a bad one passes the plan and fails at apply
    Source: Azure, Naming rules and restrictions for Azure resources, Microsoft.ManagedIdentity",
      },
      "id": "identity-name",
      "shortDescription": {
        "text": "the name of a user-assigned identity is one that Azure accepts",
      },
    }
  `);
});

test("a result has its rule, its place and what identifies it", async () => {
  const folder = folderWith({
    "orders/main.tf.json": identityNamed("id.orders"),
  });
  const { results } = await sarif(folder);
  const [{ locations, ...result }] = results;
  expect(result).toMatchInlineSnapshot(`
    {
      "level": "error",
      "message": {
        "text": "identity name "id.orders" contains "."; allowed are 3-128 of A-Z a-z 0-9 - _, first a letter or digit; change the name, for example to "id-orders"",
      },
      "partialFingerprints": {
        "primaryLocationLineHash": "407de73aea811696:1",
      },
      "ruleId": "identity-name",
      "ruleIndex": 0,
    }
  `);
  expect(locations).toEqual([
    {
      physicalLocation: {
        artifactLocation: { uri: `file://${folder}/orders/main.tf.json` },
        region: { startLine: 4 },
      },
      logicalLocations: [
        {
          fullyQualifiedName: "azurerm_user_assigned_identity.app",
          kind: "resource",
        },
      ],
    },
  ]);
});

test("what the program accepts is left out, as GitHub opens alerts for what is suppressed", async () => {
  const app = newApp();
  const stack = newStack("orders", app);
  exported(new UserAssignedIdentity(stack, "identity", { ...GROUP, name: "id-orders" }));
  const scope = `/subscriptions/${SUBSCRIPTION}`;
  const owner = { principalId: GUID, roleDefinitionName: "Owner", scope };
  new RoleAssignment(stack, "owner", owner);
  const accepted = new RoleAssignment(stack, "accepted", {
    ...owner,
    principalId: SUBSCRIPTION,
  });
  IdentityRules.acknowledge(accepted, {
    id: "privileged-role",
    reason: "deploys the landing zone",
  });
  app.synth();
  const { results } = await sarif(app.outdir);
  const paths = results.map(
    ({ locations: [{ logicalLocations }] }: { locations: [{ logicalLocations: object[] }] }) =>
      logicalLocations[0],
  );
  expect(paths).toEqual([{ fullyQualifiedName: "orders/owner", kind: "object" }]);
});

test("a fingerprint stays when lines and other findings come and go, and none is there twice", async () => {
  const fingerprints = async (files: Record<string, unknown>) =>
    (await sarif(folderWith(files))).results.map(
      (result: { partialFingerprints: { primaryLocationLineHash: string } }) =>
        result.partialFingerprints.primaryLocationLineHash,
    );
  const { azurerm_user_assigned_identity: identities } = identityNamed("id.orders").resource;
  const others = {
    first: { ...identities.app, name: "an.other" },
    ...identities,
  };
  const [fingerprint] = await fingerprints({
    "a/main.tf.json": identityNamed("id.orders"),
  });
  const among = await fingerprints({
    "a/main.tf.json": {
      locals: {},
      resource: { azurerm_user_assigned_identity: others },
    },
    "b/main.tf.json": identityNamed("id.orders"),
  });
  expect(among).toHaveLength(3);
  expect(new Set(among).size).toBe(3);
  expect(among).toContain(fingerprint);
});

test("notices and stale requirements are notifications", async () => {
  const { invocations } = await sarif(folderWith({ "main.tf.json": identityNamed("id-orders") }));
  expect(invocations).toEqual([
    {
      executionSuccessful: true,
      toolExecutionNotifications: [
        {
          level: "note",
          message: {
            text: expect.stringContaining("there is no identity-report.json"),
          },
        },
      ],
    },
  ]);
});

describe("the URI of a file", () => {
  test("begins at the root of its repository, without what a URI does not have", () => {
    const root = folderWith({
      ".git/HEAD": "",
      "infra/cdktf.out/a b#1.tf.json": "",
    });
    expect(repositoryRoot(join(root, "infra"))).toBe(root);
    expect(uriIn(root, join(root, "infra/cdktf.out/a b#1.tf.json"))).toBe(
      "infra/cdktf.out/a%20b%231.tf.json",
    );
  });

  test("begins at the folder itself outside of a repository, where a worktree has a file", () => {
    const folder = folderWith({});
    expect(repositoryRoot(folder)).toBe(folder);
    writeFileSync(join(folder, ".git"), "gitdir: elsewhere");
    expect(repositoryRoot(join(folder, "below"))).toBe(folder);
  });

  test("is a whole one in another folder", () => {
    expect(uriIn("/project/app", "/tmp/x.tf.json")).toBe("file:///tmp/x.tf.json");
  });
});
