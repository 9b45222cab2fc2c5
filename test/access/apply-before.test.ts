import { DataAzurermKeyVaultSecret } from "@cdktf/provider-azurerm/lib/data-azurerm-key-vault-secret";
import { ManagementLock } from "@cdktf/provider-azurerm/lib/management-lock";
import { ResourceGroup } from "@cdktf/provider-azurerm/lib/resource-group";
import { TimeProvider } from "@cdktf/provider-time/lib/provider";
import { Sleep } from "@cdktf/provider-time/lib/sleep";
import { TerraformCount, TerraformIterator, type TerraformStack, TerraformVariable, Testing } from "cdktf";
import {
  IdentityRoleBinding,
  type IdentityRoleBindingProps,
  Principal,
  PrincipalRoleBinding,
  Role,
  UserAssignedIdentity,
  Vm,
} from "cdktf-azure-identity";
import { Construct } from "constructs";
import { addresses } from "../constructs";
import { VM } from "../rules/support";
import { findings, GROUP, GUID, newApp, newStack, SUBSCRIPTION, synthesized } from "../support";

const SCOPE = `/subscriptions/${SUBSCRIPTION}`;
const SLEEP = "time_sleep.binding_propagation-delay_C29FFD87";

function bind(stack: TerraformStack, props: Partial<IdentityRoleBindingProps> = {}) {
  return new IdentityRoleBinding(stack, "binding", {
    identity: { principalId: GUID, tenantId: GUID },
    role: Role.builtIn("Reader"),
    scope: SCOPE,
    ...props,
  });
}

function group(stack: Construct, id = "group", dependsOn?: ResourceGroup[]): ResourceGroup {
  return new ResourceGroup(stack, id, {
    name: `rg-${id}`,
    location: "westeurope",
    ...(dependsOn ? { dependsOn } : {}),
  });
}

/** What each resource of a stack waits for by `depends_on`, by address. */
function waiting(stack: TerraformStack): Record<string, string[]> {
  const { resource, data = {} } = synthesized(stack);
  const of = (section: Record<string, Record<string, { depends_on?: string[] }>>) =>
    Object.values(section).flatMap((elements) =>
      Object.entries(elements).flatMap(([name, { depends_on }]) => (depends_on ? [[name, depends_on]] : [])),
    );
  return Object.fromEntries([...of(resource), ...of(data)]);
}

describe("applyBefore", () => {
  test("asked for twice, it is waited for once", () => {
    const stack = newStack();
    const binding = bind(stack);
    const other = new IdentityRoleBinding(stack, "other", {
      identity: { principalId: GUID, tenantId: GUID },
      role: Role.builtIn("Owner"),
      scope: SCOPE,
    });
    const later = group(stack, "later");
    binding.applyBefore(later);
    other.applyBefore(later);
    binding.applyBefore(later, later);
    expect(waiting(stack)).toEqual({
      later: ["azurerm_role_assignment.binding", "azurerm_role_assignment.other"],
    });
  });

  test("has raw resources, locks and data sources wait for the role assignment, beside what they wait for already", () => {
    const stack = newStack();
    const binding = bind(stack);
    const first = group(stack, "first");
    const later = group(stack, "later", [first]);
    const lock = new ManagementLock(stack, "lock", { name: "l", lockLevel: "ReadOnly", scope: SCOPE });
    const secret = new DataAzurermKeyVaultSecret(stack, "secret", { name: "s", keyVaultId: "vault" });
    binding.applyBefore(later, lock, secret);
    expect(waiting(stack)).toEqual({
      later: ["azurerm_resource_group.first", "azurerm_role_assignment.binding"],
      lock: ["azurerm_role_assignment.binding"],
      secret: ["azurerm_role_assignment.binding"],
    });
  });

  test("has all resources of a construct wait, once each, and leaves the data sources in it alone", () => {
    const stack = newStack();
    const vm = new Vm(stack, "vm", {
      ...VM,
      networkInterfaceIds: undefined as never,
      subnetId: "${var.subnet}",
    });
    const own = new Construct(stack, "own");
    group(own);
    new DataAzurermKeyVaultSecret(own, "secret", { name: "s", keyVaultId: "vault" });
    bind(stack).applyBefore(vm, vm.resource, own);
    const awaited = ["azurerm_role_assignment.binding"];
    expect(Object.values(waiting(stack))).toEqual([awaited, awaited, awaited]);
    expect(waiting(stack).vm).toEqual(awaited);
  });

  test("keeps a logical id that is overridden afterwards, on both sides", () => {
    const stack = newStack();
    const binding = bind(stack);
    const later = group(stack);
    binding.applyBefore(later);
    binding.resource.overrideLogicalId("legacy");
    later.overrideLogicalId("legacy_group");
    expect(waiting(stack)).toEqual({ legacy_group: ["azurerm_role_assignment.legacy"] });
  });

  test("works for what the verbs of an identity return, and for bindings of principals", () => {
    const stack = newStack();
    const identity = new UserAssignedIdentity(stack, "identity", { ...GROUP, name: "id-orders" });
    identity.assignRole("reads", Role.builtIn("Reader"), SCOPE).applyBefore(group(stack, "a"));
    identity.allowAssignmentBy("ops", Principal.group(GUID)).applyBefore(group(stack, "b"));
    new PrincipalRoleBinding(stack, "binding", {
      principal: Principal.user(GUID),
      role: Role.builtIn("Reader"),
      scope: SCOPE,
      propagationDelay: "1m",
    }).applyBefore(group(stack, "c"));
    expect(waiting(stack)).toEqual({
      a: [expect.stringMatching(/^azurerm_role_assignment\.identity_reads_/)],
      b: [expect.stringMatching(/^azurerm_role_assignment\.identity_ops_/)],
      c: [SLEEP],
    });
  });

  test("in another stack, that stack waits for the one of the binding", () => {
    const app = newApp();
    const [before, after] = [newStack("before", app), newStack("after", app)];
    bind(before).applyBefore(group(after));
    expect(after.dependencies).toEqual([before]);
    expect(waiting(after)).toEqual({});
  });

  test("says all that cannot wait, and makes nothing wait then", () => {
    const app = newApp();
    const [before, stack] = [newStack("before", app), newStack("test", app)];
    stack.addDependency(before);
    const binding = bind(stack);
    const empty = new Construct(stack, "empty");
    const good = group(stack);
    expect(() => binding.applyBefore(good, empty, binding, stack, group(before))).toThrow(
      new Error(
        "[test/binding] applyBefore is given test/empty, in which there is no resource: allowed are resources, data " +
          "sources, and constructs with resources in them; pass what needs the role, after it was made\n" +
          "  applyBefore is given test/binding, which the binding is a part of: allowed is what the binding can do " +
          "without; pass other resources that need the role, or bind it to a user-assigned identity, which is there before\n" +
          "  applyBefore is given test, which the binding is a part of: allowed is what the binding can do without; pass " +
          "other resources that need the role, or bind it to a user-assigned identity, which is there before\n" +
          "  applyBefore is given before/group of the stack before, which the stack of the binding depends on: allowed are " +
          "resources of this stack and of those after it; make the binding in the stack before",
      ),
    );
    expect(waiting(stack)).toEqual({});
    expect(before.dependencies).toEqual([]);
  });
});

describe("propagationDelay", () => {
  test("makes a sleep that what comes after waits for, and that starts anew with a new binding", () => {
    const stack = newStack();
    const binding = bind(stack, { propagationDelay: "60s" });
    binding.applyBefore(group(stack));
    group(stack, "also", [binding as unknown as ResourceGroup]);
    expect(addresses(stack)).toEqual([
      "azurerm_resource_group.also",
      "azurerm_resource_group.group",
      "azurerm_role_assignment.binding",
      SLEEP,
    ]);
    expect(Object.values(synthesized(stack).resource.time_sleep)).toEqual([
      {
        create_duration: "60s",
        triggers: { role_assignment: "${azurerm_role_assignment.binding.id}" },
      },
    ]);
    expect(waiting(stack)).toEqual({ also: [SLEEP], group: [SLEEP] });
    expect(findings(stack)).toEqual([]);
  });

  test("says which provider it needs, and makes no provider block", () => {
    const stack = newStack();
    bind(stack, { propagationDelay: "60s" });
    Testing.fullSynth(stack);
    const { terraform, provider } = synthesized(stack);
    expect(terraform.required_providers.time).toEqual({ source: "hashicorp/time", version: "~> 0.13" });
    expect(Object.keys(provider)).toEqual(["azurerm"]);
  });

  test.each(["before", "after"])("uses the time provider that the stack makes %s it", (when) => {
    const stack = newStack();
    if (when === "before") new TimeProvider(stack, "time");
    bind(stack, { propagationDelay: "60s" });
    if (when === "after") new TimeProvider(stack, "time");
    new Sleep(stack, "sleep", { createDuration: "1s" });
    const { terraform, provider } = synthesized(stack);
    expect(terraform.required_providers.time).toEqual({ source: "hashicorp/time", version: "0.13.1" });
    expect(provider.time).toEqual([{}]);
  });

  test.each([
    ["count", { count: 2 }, '${join(",", azurerm_role_assignment.binding[*].id)}'],
    [
      "a count of Terraform",
      { count: TerraformCount.of(2) },
      '${join(",", azurerm_role_assignment.binding[*].id)}',
    ],
    [
      "forEach",
      { forEach: TerraformIterator.fromList([SCOPE]) },
      '${join(",", values(azurerm_role_assignment.binding)[*].id)}',
    ],
  ])("with %s is one sleep for all of them", (_, repeated, trigger) => {
    const stack = newStack();
    bind(stack, { propagationDelay: "60s", ...repeated });
    const [sleep] = Object.values(synthesized(stack).resource.time_sleep);
    expect(sleep).toMatchObject({ triggers: { role_assignment: trigger } });
    expect(sleep).not.toHaveProperty("count");
  });

  test.each(["500ms", "1.5m", "2h", "0s"])("takes %s", (propagationDelay) => {
    expect(() => bind(newStack(), { propagationDelay })).not.toThrow();
  });

  test("takes a variable", () => {
    const stack = newStack();
    bind(stack, { propagationDelay: new TerraformVariable(stack, "delay", { type: "string" }).stringValue });
    expect(Object.values(synthesized(stack).resource.time_sleep)).toMatchObject([
      { create_duration: "${var.delay}" },
    ]);
  });

  test.each(["60", "", "60 s", "1d", "PT1M", "-1s"])("refuses %j, and makes nothing", (propagationDelay) => {
    const stack = newStack();
    expect(() => bind(stack, { propagationDelay })).toThrow(
      new Error(
        `[test/binding] propagationDelay "${propagationDelay}" is not a duration; allowed are a number and one of ms, s, m and h; write for example "60s"`,
      ),
    );
    expect(stack.node.tryFindChild("binding")).toBeUndefined();
  });

  test("its logical id can be overridden, and HCL says what JSON says", () => {
    const stack = newStack();
    const binding = bind(stack, { propagationDelay: "60s" });
    binding.applyBefore(group(stack));
    binding.propagationDelay?.overrideLogicalId("wait");
    expect(waiting(stack)).toEqual({ group: ["time_sleep.wait"] });
    const hcl = Testing.synthHcl(stack);
    expect(hcl).toMatch(/resource "time_sleep" "wait" \{\s+create_duration = "60s"\s+triggers = \{/);
    expect(hcl).toMatch(/time = \{\s+version = "~> 0.13"|time = \{\s+source\s+= "hashicorp\/time"/);
  });

  test("is absent without the prop", () => {
    const stack = newStack();
    expect(bind(stack).propagationDelay).toBeUndefined();
    expect(addresses(stack)).toEqual(["azurerm_role_assignment.binding"]);
  });
});
