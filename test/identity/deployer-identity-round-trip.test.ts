import { readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { AzurermProvider } from "@cdktf/provider-azurerm/lib/provider";
import { type App, TerraformStack, TerraformVariable } from "cdktf";
import { DeployerIdentity, DeployerRequirements } from "cdktf-azure-identity";
import { AdoptionStack } from "../../examples/adoption/stack";
import { DeployerStack } from "../../examples/deployer/stack";
import { DeployerIdentityStack } from "../../examples/deployer-identity/stack";
import { EverythingElseStack } from "../../examples/everything-else/stack";
import { ExistingMachineStack } from "../../examples/existing-machine/stack";
import { GitHubActionsStack } from "../../examples/github-actions/stack";
import { KeyVaultSecretStack } from "../../examples/key-vault-secret/stack";
import { QuickstartStack } from "../../examples/quickstart/stack";
import { ScaleSetsStack } from "../../examples/scale-sets/stack";
import { IdentityStack } from "../../examples/shared-identity/identity-stack";
import { OrdersStack } from "../../examples/shared-identity/orders-stack";
import { ReportsStack } from "../../examples/shared-identity/reports-stack";
import { SwitchOnStack } from "../../examples/switch-on/stack";
import { VerificationStack } from "../../examples/verification/stack";
import { WindowsVmStack } from "../../examples/windows-vm/stack";
import { writePrerequisites } from "../../lib/cli/prerequisites/write-prerequisites";
import { readProject } from "../../lib/cli/project/read-project";
import type { DeclaredRole } from "../../lib/model/declared-role";
import type { Model } from "../../lib/model/model";
import { roleGuid } from "../../lib/model/scope";
import { declaredGrants } from "../../lib/prerequisites/declared-grants";
import { evaluate, type Verdict } from "../../lib/prerequisites/evaluate";
import { needsOf, needsOfStack } from "../../lib/prerequisites/operations";
import { newApp, SUBSCRIPTION, temporaryFolder, written } from "../support";

interface Example {
  readonly make: (app: App) => void;
  /** What no built-in role is known for: types that are not covered. */
  readonly open?: readonly string[];
  /** Bindings without which the answer is not no, but that it depends: beginnings of their ids. */
  readonly unsure?: readonly string[];
}

/** A subnet that a variable names may be in the subscription where another role holds. */
const SUBNET = "network-contributor--varsubnet-id";

const EXAMPLES: Readonly<Record<string, Example>> = {
  adoption: { make: (app) => new AdoptionStack(app, "adoption"), unsure: [SUBNET] },
  // Without the right to list them, azurerm goes on where ARM_PROVIDER_ENHANCED_VALIDATION is false.
  deployer: { make: (app) => new DeployerStack(app, "deployer"), unsure: ["reader--varsubscription-id"] },
  "deployer-identity": { make: (app) => new DeployerIdentityStack(app, "deployer-identity") },
  "everything-else": {
    make: (app) => new EverythingElseStack(app, "everything-else"),
    open: [
      "azuread_group_member",
      "azurerm_kubernetes_cluster",
      "azurerm_linux_function_app",
      "azurerm_linux_web_app",
    ],
  },
  "existing-machine": {
    make: (app) => new ExistingMachineStack(app, "existing-machine"),
  },
  "github-actions": { make: (app) => new GitHubActionsStack(app, "github-actions") },
  "key-vault-secret": {
    make: (app) => new KeyVaultSecretStack(app, "key-vault-secret"),
    open: ["azurerm_key_vault_secret"],
  },
  quickstart: { make: (app) => new QuickstartStack(app, "quickstart") },
  "scale-sets": { make: (app) => new ScaleSetsStack(app, "scale-sets"), unsure: [SUBNET] },
  "shared-identity": { make: sharedIdentity, unsure: [SUBNET] },
  "switch-on": { make: (app) => new SwitchOnStack(app, "switch-on"), unsure: [SUBNET] },
  verification: {
    make: (app) => new VerificationStack(app, "verification"),
    unsure: [SUBNET],
  },
  "windows-vm": { make: (app) => new WindowsVmStack(app, "windows-vm"), unsure: [SUBNET] },
};

function sharedIdentity(app: App): void {
  const { identity } = new IdentityStack(app, "identity");
  new OrdersStack(app, "orders", { identity });
  new ReportsStack(app, "reports", { identity });
}

test("every example that can be deployed is here", () => {
  const deployed = readdirSync(join(__dirname, "../../examples")).filter((name) => name !== "findings");
  expect(Object.keys(EXAMPLES).sort()).toEqual(deployed.sort());
});

describe.each(
  Object.entries(EXAMPLES),
)("an identity made from the requirements of example %s", (_, example) => {
  const { make, open = [], unsure = [] } = example;
  const { model, bindings } = roundTrip(make);
  const statuses = (held: readonly Binding[]) =>
    new Set(unsatisfied(model, held).map(({ status }) => status));

  test("may do all that is asked for, but for what no role is known for", () => {
    const left = unsatisfied(model, bindings);
    expect(new Set(left.map(({ status }) => status))).toEqual(
      new Set(open.length > 0 ? ["not covered"] : []),
    );
    expect([...new Set(left.map(({ subject }) => subject.address.replace(/\.[^.]*$/, "")))].sort()).toEqual(
      open,
    );
  });

  test.each(
    bindings.map((binding) => [binding.id, binding] as const),
  )("may not without %s", (id, binding) => {
    const isUnsure = unsure.some((beginning) => id.startsWith(`deployer_${beginning}`));
    const left = statuses(bindings.filter((other) => other !== binding));
    expect(left).toContain(isUnsure ? "conditional" : "missing");
  });
});

/** A role assignment of the bootstrap stack, as its JSON has it. */
interface Binding {
  readonly id: string;
  readonly scope: string;
  readonly role_definition_id: string;
  readonly condition?: string;
}

function roundTrip(make: (app: App) => void): {
  readonly model: Model;
  readonly bindings: readonly Binding[];
} {
  const app = newApp();
  make(app);
  app.synth();
  const project = readProject(app.outdir);
  const file = join(temporaryFolder(), "requirements.json");
  writeFileSync(file, writePrerequisites(project, [], "json", 80));
  return { model: project.model, bindings: bootstrap(DeployerRequirements.fromFile(file)) };
}

/** Variables have the same values in both stacks. */
function bootstrap(requirements: DeployerRequirements): Binding[] {
  const app = newApp();
  const stack = new TerraformStack(app, "bootstrap");
  new AzurermProvider(stack, "azurerm", { features: [{}], subscriptionId: SUBSCRIPTION });
  const variables = requirements.placeholders.filter((name) => name.startsWith("var."));
  new DeployerIdentity(stack, "deployer", {
    name: "id-deployer",
    resourceGroupName: "rg-deployer",
    location: "westeurope",
    requirements,
    subscriptionId: SUBSCRIPTION,
    placeholders: Object.fromEntries(
      variables.map((name) => [
        name,
        new TerraformVariable(stack, name.slice(4), { type: "string" }).stringValue,
      ]),
    ),
  });
  app.synth();
  const assignments: Record<string, Omit<Binding, "id">> = written(app, "bootstrap").resource
    .azurerm_role_assignment;
  return Object.entries(assignments).map(([id, assignment]) => ({ id, ...assignment }));
}

/** What the roles of the bindings do not allow for sure; registrations are the work of another one. */
function unsatisfied(model: Model, bindings: readonly Binding[]): Verdict[] {
  const verdicts = model.stacks.flatMap(({ path }) => {
    const grants = declaredGrants(
      model,
      path,
      bindings.map((binding) => declared(path, binding)),
    );
    return evaluate(needsOfStack(needsOf(model), path), grants, model);
  });
  return verdicts.filter(
    ({ status, operation }) => status !== "satisfied" && !operation?.action.endsWith("/register/action"),
  );
}

function declared(stack: string, { scope, role_definition_id: role, condition }: Binding): DeclaredRole {
  return {
    role: { guid: roleGuid(role.slice(role.lastIndexOf("/") + 1)) ?? "" },
    scope: { stack, text: scope },
    ...(condition === undefined ? {} : { limit: limitIn(condition) }),
  };
}

/** What a condition lets its holder assign: one without a list lets nothing. */
function limitIn(condition: string): NonNullable<DeclaredRole["limit"]> {
  const list = (name: string) => {
    const [, items] =
      new RegExp(`@Request\\[[^\\]]*:${name}\\] \\w+:\\w+ \\{([^}]*)\\}`).exec(condition) ?? [];
    return items?.split(", ").map((item) => item.replaceAll("'", ""));
  };
  const [roles, principalTypes] = [list("RoleDefinitionId"), list("PrincipalType")];
  if (!roles && !principalTypes) return { roles: [] };
  return { ...(roles ? { roles } : {}), ...(principalTypes ? { principalTypes } : {}) };
}
