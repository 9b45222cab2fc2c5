import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { AzurermProvider } from "@cdktf/provider-azurerm/lib/provider";
import { ResourceGroup } from "@cdktf/provider-azurerm/lib/resource-group";
import { type TerraformStack, TerraformVariable } from "cdktf";
import {
  DeployerIdentity,
  type DeployerIdentityProps,
  DeployerRequirements,
  FederatedSubject,
  IdentityRoleBinding,
  Role,
} from "cdktf-azure-identity";
import fc from "fast-check";
import { builtInRoleId, builtInRoleName } from "../../lib/azure/built-in-roles";
import { builtInRoleIds } from "../../lib/azure/role-permissions";
import { deployerBindingId } from "../../lib/identity/deployer-binding-id";
import { conditionOf } from "../../lib/prerequisites/assigned";
import type { DeployerNeeds, NeededLimit } from "../../lib/prerequisites/requirements";
import { addresses } from "../constructs";
import { findings, GUID, newStack, SUBSCRIPTION, synthesized, temporaryFolder } from "../support";

const HERE = `/subscriptions/${SUBSCRIPTION}`;
const GROUP = `${HERE}/resourceGroups/rg-orders`;
const SUBNET = `${HERE}/resourceGroups/rg-network/providers/Microsoft.Network/virtualNetworks/vnet/subnets/a`;
const ADMINISTRATOR = "Role Based Access Control Administrator";

type Needed = readonly [role: string, scope: string, limit?: NeededLimit];

/** A file that says what the deployers of stacks need. */
function fileOf(...deployers: readonly Partial<DeployerNeeds>[]): string {
  const file = join(temporaryFolder(), "requirements.json");
  const nothing = {
    stacks: ["orders"],
    placeholders: [],
    roles: [],
    customRoles: [],
    notAllowed: [],
    notCovered: [],
    leftOut: [],
    unlisted: [],
  };
  const all = deployers.map((needs) => ({ ...nothing, ...needs }));
  writeFileSync(file, JSON.stringify({ schemaVersion: 1, deployers: all }));
  return file;
}

function needs(...roles: readonly Needed[]): Pick<DeployerNeeds, "placeholders" | "roles"> {
  const open = roles.flatMap(([, scope]) => [...scope.matchAll(/<([^>]+)>/g)].map(([, name]) => name ?? ""));
  return {
    placeholders: [...new Set(open)],
    roles: roles.map(([role, scope, limit]) => {
      const condition = limit && conditionOf(limit);
      const limited = limit ? { limit, ...(condition ? { condition } : {}) } : {};
      return { role, roleId: builtInRoleId(role) ?? "", scope, ...limited };
    }),
  };
}

function requirements(...roles: readonly Needed[]): DeployerRequirements {
  return DeployerRequirements.fromFile(fileOf(needs(...roles)));
}

function deployer(
  stack: TerraformStack,
  props: Pick<DeployerIdentityProps, "requirements"> & Partial<DeployerIdentityProps>,
): DeployerIdentity {
  return new DeployerIdentity(stack, "deployer", {
    name: "id-deployer",
    resourceGroupName: "rg-deployers",
    location: "westeurope",
    ...props,
  });
}

/** Role, scope and condition of each binding of a stack, sorted. */
function bound(stack: TerraformStack): string[][] {
  const assignments: Record<string, Record<string, string>> = synthesized(stack).resource
    .azurerm_role_assignment;
  const lines = Object.values(assignments).map(({ scope = "", role_definition_id: id = "", condition }) => [
    builtInRoleName(id.slice(id.lastIndexOf("/") + 1)) ?? id,
    scope,
    ...(condition ? [condition] : []),
  ]);
  return lines.sort();
}

const PIPELINE = FederatedSubject.gitHubBranch({
  repository: "shop/orders",
  branch: "main",
});

test("it makes an identity, a credential for each subject and a binding for each role, at addresses that stay", () => {
  const stack = newStack();
  deployer(stack, {
    requirements: requirements(["Reader", HERE], ["Contributor", GROUP], ["Network Contributor", SUBNET]),
    subjects: { main: PIPELINE },
    deletionLock: true,
  });
  expect(addresses(stack)).toMatchInlineSnapshot(`
    [
      "azurerm_federated_identity_credential.deployer_main_42B5B39C",
      "azurerm_management_lock.deployer_deletion-lock_B7664BD7",
      "azurerm_role_assignment.deployer_contributor--11111111-2222-3333-4444-555555555555--rg-orders_E1F23AB4",
      "azurerm_role_assignment.deployer_network-contributor--11111111-2222-3333-4444-555555555555--rg-network--microsoftnetwork--virtualnetworks--vnet--subnets--a_E6E42664",
      "azurerm_role_assignment.deployer_reader--11111111-2222-3333-4444-555555555555_A8683A02",
      "azurerm_user_assigned_identity.deployer",
    ]
  `);
  expect(findings(stack)).toEqual([]);
});

test("it can be used where an identity is asked for", () => {
  const stack = newStack();
  const identity = deployer(stack, {
    requirements: requirements(["Reader", HERE]),
    tags: { team: "shop" },
  });
  new IdentityRoleBinding(stack, "more", {
    identity,
    role: Role.builtIn("AcrPull"),
    scope: GROUP,
  });
  identity.resource.overrideLogicalId("renamed");
  expect(bound(stack)).toEqual([
    ["AcrPull", GROUP],
    ["Reader", HERE],
  ]);
  expect(synthesized(stack).resource.azurerm_user_assigned_identity.renamed.tags).toEqual({ team: "shop" });
});

test("what the requirements leave open is filled in: a subscription, part of a scope, a whole one", () => {
  const stack = newStack();
  const group = new TerraformVariable(stack, "group", { type: "string" }).stringValue;
  deployer(stack, {
    requirements: requirements(
      ["Reader", "/subscriptions/<subscription>"],
      ["Contributor", "/subscriptions/<subscription>/resourceGroups/rg-<var.stage>"],
      ["Network Contributor", "/<var.subnet-id>"],
      ["Contributor", "/<var.group-id>"],
    ),
    subscriptionId: SUBSCRIPTION,
    placeholders: {
      "var.stage": "test",
      "var.subnet-id": SUBNET,
      "var.group-id": group,
    },
  });
  expect(bound(stack)).toEqual([
    ["Contributor", "${var.group}"],
    ["Contributor", `${HERE}/resourceGroups/rg-test`],
    ["Network Contributor", SUBNET],
    ["Reader", HERE],
  ]);
  expect(addresses(stack)).toMatchInlineSnapshot(`
    [
      "azurerm_role_assignment.deployer_contributor--11111111-2222-3333-4444-555555555555--rg-test_C8A4F412",
      "azurerm_role_assignment.deployer_contributor--vargroup-id_C9BF6280",
      "azurerm_role_assignment.deployer_network-contributor--11111111-2222-3333-4444-555555555555--rg-network--microsoftnetwork--virtualnetworks--vnet--subnets--a_E6E42664",
      "azurerm_role_assignment.deployer_reader--11111111-2222-3333-4444-555555555555_A8683A02",
      "azurerm_user_assigned_identity.deployer",
    ]
  `);
});

test("everything that has no value is named at once, and nothing is made", () => {
  const stack = newStack();
  const open = requirements(
    ["Reader", "/subscriptions/<subscription>"],
    ["Contributor", "/subscriptions/<subscription>/resourceGroups/<var.group>"],
    ["Network Contributor", "/<var.subnet-id>"],
  );
  expect(() =>
    deployer(stack, {
      requirements: open,
      placeholders: { "var.subnet": SUBNET },
      subjects: { Default: PIPELINE },
    }),
  ).toThrowErrorMatchingInlineSnapshot(`
    "[test/deployer] requirements leave open <subscription>, <var.group>, <var.subnet-id>, and nothing for which "var.subnet" of placeholders is given; allowed is a value for each; set subscriptionId, "var.group" of placeholders, "var.subnet-id" of placeholders
      subject "Default" has an id that the construct itself uses: allowed is any other text; name the pipeline, such as "main""
  `);
  expect(stack.node.tryFindChild("deployer")).toBeUndefined();
});

test("what is open in other parts of the file needs no value", () => {
  const { roles } = needs(["Reader", GROUP]);
  const leftOut = [{ action: "Microsoft.Network/register/action", scope: "/subscriptions/<subscription>" }];
  const file = fileOf({ placeholders: ["subscription"], roles, leftOut });
  const stack = newStack();
  deployer(stack, { requirements: DeployerRequirements.fromFile(file) });
  expect(bound(stack)).toEqual([["Reader", GROUP]]);
});

test("a value that makes no scope is refused", () => {
  const open = requirements(
    ["Reader", "/subscriptions/<subscription>"],
    ["Network Contributor", "/<var.subnet-id>"],
  );
  expect(() =>
    deployer(newStack(), {
      requirements: open,
      subscriptionId: "shop-production",
      placeholders: { "var.subnet-id": "machines" },
    }),
  ).toThrowErrorMatchingInlineSnapshot(
    `"[test/deployer] requirements ask for roles at what is no scope: /subscriptions/<subscription> is "/subscriptions/shop-production" here, /<var.subnet-id> is "/machines" here; allowed are /subscriptions/<guid> with what is below it, /providers/Microsoft.Management/managementGroups/<name>, and /; set subscriptionId to a GUID, and what stands for a whole scope to an id"`,
  );
});

test("an id of a subject or a role that something else has is refused", () => {
  expect(() =>
    deployer(newStack(), {
      requirements: requirements(["Reader", HERE]),
      subjects: { "deletion-lock": PIPELINE, main: PIPELINE },
      roles: [
        {
          id: `reader--${SUBSCRIPTION}`,
          role: Role.builtIn("AcrPull"),
          scope: GROUP,
        },
        { id: "main", role: Role.builtIn("AcrPush"), scope: GROUP },
      ],
    }),
  ).toThrowErrorMatchingInlineSnapshot(`
    "[test/deployer] subject "deletion-lock" has an id that the construct itself uses: allowed is any other text; name the pipeline, such as "main"
      role 1 of roles has the id "reader--11111111-2222-3333-4444-555555555555", which the construct itself uses: allowed is each id once; give it another one
      role 2 of roles has the id "main", which the construct itself uses: allowed is each id once; give it another one"
  `);
});

test("two scopes that turn out to be one have one binding, which may assign what either may", () => {
  const stack = newStack();
  const [reader, contributor] = ["Reader", "Contributor"].map((name) => builtInRoleId(name) ?? "");
  const principalTypes = ["ServicePrincipal"];
  deployer(stack, {
    requirements: requirements(
      [ADMINISTRATOR, HERE, { roles: [reader ?? ""], principalTypes }],
      [ADMINISTRATOR, "/subscriptions/<subscription>", { roles: [contributor ?? ""], principalTypes }],
      ["Reader", HERE],
      ["Reader", "/<var.scope>"],
    ),
    subscriptionId: SUBSCRIPTION,
    placeholders: { "var.scope": HERE },
  });
  const roles = [reader ?? "", contributor ?? ""].sort();
  expect(bound(stack)).toEqual([
    ["Reader", HERE],
    [ADMINISTRATOR, HERE, conditionOf({ roles, principalTypes })],
  ]);
});

test("of two scopes that turn out to be one, a role without a limit stays without one", () => {
  const stack = newStack();
  deployer(stack, {
    requirements: requirements(
      [ADMINISTRATOR, HERE, { roles: [builtInRoleId("Reader") ?? ""] }],
      [ADMINISTRATOR, "/subscriptions/<subscription>"],
    ),
    subscriptionId: SUBSCRIPTION,
  });
  expect(bound(stack)).toEqual([[ADMINISTRATOR, HERE]]);
});

test("a role below a scope where it is given has no binding, unless it may assign other things there", () => {
  const stack = newStack();
  const [reader, contributor] = ["Reader", "Contributor"].map((name) => ({
    roles: [builtInRoleId(name) ?? ""],
  }));
  deployer(stack, {
    requirements: requirements(
      ["Network Contributor", HERE],
      ["Network Contributor", "/<var.subnet-id>"],
      [ADMINISTRATOR, HERE, reader],
      [ADMINISTRATOR, GROUP, reader],
      [ADMINISTRATOR, `${HERE}/resourceGroups/rg-other`, contributor],
    ),
    placeholders: { "var.subnet-id": SUBNET },
  });
  expect(
    bound(stack)
      .map(([role, scope]) => `${role} at ${scope}`)
      .sort(),
  ).toEqual([
    `Network Contributor at ${HERE}`,
    `${ADMINISTRATOR} at ${HERE}`,
    `${ADMINISTRATOR} at ${HERE}/resourceGroups/rg-other`,
  ]);
});

test("the provider is that of all that is made", () => {
  const stack = newStack();
  const provider = new AzurermProvider(stack, "other", {
    features: [{}],
    alias: "other",
    subscriptionId: GUID,
  });
  deployer(stack, {
    provider,
    requirements: requirements(["Reader", HERE]),
    subjects: { main: PIPELINE },
  });
  const { resource } = synthesized(stack);
  const providers = Object.values<Record<string, { provider: string }>>(resource).flatMap((blocks) =>
    Object.values(blocks).map((block) => block.provider),
  );
  expect(providers).toEqual(["azurerm.other", "azurerm.other", "azurerm.other"]);
});

test("a group that the bindings need is made before them, as the identity waits for it", () => {
  const stack = newStack();
  const group = new ResourceGroup(stack, "group", {
    name: "rg-orders",
    location: "westeurope",
  });
  deployer(stack, {
    requirements: requirements(["Contributor", GROUP]),
    dependsOn: [group],
  });
  const { azurerm_user_assigned_identity: identities, azurerm_role_assignment: bindings } =
    synthesized(stack).resource;
  expect(identities.deployer.depends_on).toEqual(["azurerm_resource_group.group"]);
  expect(Object.values<{ principal_id: string }>(bindings)[0]?.principal_id).toContain(
    "deployer.principal_id",
  );
});

test("of a file with several stacks one deployer gets what is needed for all, or what is for one of them", () => {
  const file = fileOf(
    { stacks: ["orders", "reports"], ...needs(["Contributor", HERE]) },
    { stacks: ["orders"], ...needs(["Reader", GROUP]) },
    {
      stacks: ["reports"],
      ...needs(["Contributor", "/subscriptions/<subscription>"]),
    },
  );
  const all = DeployerRequirements.fromFile(file);
  expect([all.stacks, all.ofStack("reports").stacks, all.ofStack("reports").placeholders]).toEqual([
    ["orders", "reports"],
    ["reports"],
    ["subscription"],
  ]);
  const stack = newStack();
  deployer(stack, { requirements: all.ofStack("orders") });
  expect(bound(stack)).toEqual([["Reader", GROUP]]);
  expect(() => all.ofStack("order")).toThrow(
    `${file} has no stack "order"; allowed are orders, reports; name one of them, or write the file anew`,
  );
});

test("without requirements it says so, and makes nothing", () => {
  const stack = newStack();
  for (const requirements of [undefined, "requirements.json"]) {
    expect(() => deployer(stack, { requirements: requirements as unknown as DeployerRequirements })).toThrow(
      `[test/deployer] requirements is ${requirements ? '"requirements.json"' : "not given"}; allowed is DeployerRequirements; use DeployerRequirements.fromFile("<file>")`,
    );
  }
  expect(stack.node.tryFindChild("deployer")).toBeUndefined();
});

test("a file that is none is refused", () => {
  const file = join(temporaryFolder(), "requirements.json");
  expect(() => DeployerRequirements.fromFile(file)).toThrow(
    `${file} is missing; write it with cdktf-azure-identity prerequisites --format json`,
  );
  writeFileSync(file, "ARM_CLIENT_SECRET=hunter2");
  expect(() => DeployerRequirements.fromFile(file)).toThrow(
    `${file} cannot be read as JSON: allowed is JSON in UTF-8; write it with`,
  );
  writeFileSync(file, '{"schemaVersion":1,"deployers":[{"roles":[{}]}]}');
  expect(() => DeployerRequirements.fromFile(file)).toThrow(
    /roles\[0\]\.roleId is missing; allowed is a GUID\n/,
  );
  const limit = { principalTypes: [] };
  writeFileSync(file, JSON.stringify({ schemaVersion: 1, deployers: [{ roles: [{ limit }] }] }));
  expect(() => DeployerRequirements.fromFile(file)).toThrow(
    "roles[0].limit.principalTypes is empty; allowed is at least one",
  );
  writeFileSync(file, '{"schemaVersion":1,"deployers":[]}');
  expect(() => DeployerRequirements.fromFile(file)).toThrow("deployers is empty; allowed is at least one");
});

/** Few letters, so that names come close to each other. */
const NAME = fc.stringMatching(/^[a~-]{1,3}$/);
const SCOPES = fc.oneof(
  fc.tuple(NAME, NAME).map(([type, name]) => `${GROUP}/providers/Microsoft.X/${type}/${name}`),
  fc.constant(HERE),
  NAME.map((name) => `${HERE}/resourceGroups/${name}`),
  fc
    .tuple(NAME, NAME, NAME)
    .map(([group, type, name]) => `${HERE}/resourceGroups/${group}/providers/Microsoft.X/${type}/${name}`),
  fc
    .tuple(NAME, NAME, NAME, NAME)
    .map(
      ([group, type, name, child]) =>
        `${HERE}/resourceGroups/${group}/providers/Microsoft.X/${type}/${name}/${child}/${child}`,
    ),
  NAME.map((name) => `${HERE}/providers/Microsoft.X/${name}/${name}`),
  NAME.map((name) => `/providers/Microsoft.Management/managementGroups/${name}`),
  NAME.map((name) => `/<${name}>`),
);

test("bindings at different scopes have different ids, whatever the names in them", () => {
  fc.assert(
    fc.property(fc.uniqueArray(SCOPES, { minLength: 2, maxLength: 20 }), (scopes) => {
      const ids = scopes.map((scope) => deployerBindingId("Reader", scope));
      expect(new Set(ids).size).toBe(scopes.length);
    }),
    {
      numRuns: 2000,
      examples: [[[`${GROUP}/providers/Microsoft.X/a-/a`, `${GROUP}/providers/Microsoft.X/a/-a`]]],
    },
  );
});

test("bindings of different roles at one scope have different ids", () => {
  const ids = [...builtInRoleIds()].map((id) => deployerBindingId(builtInRoleName(id) ?? id, HERE));
  expect(new Set(ids).size).toBe(ids.length);
});
