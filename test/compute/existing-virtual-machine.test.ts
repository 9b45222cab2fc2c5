import { TerraformOutput, TerraformProvider, type TerraformStack, TerraformVariable } from "cdktf";
import {
  ExistingVirtualMachine,
  IdentityRoleBinding,
  Role,
  UserAssignedIdentity,
  VirtualMachineIdentity,
  VirtualMachineSystemIdentity,
} from "cdktf-azure-identity";
import { addresses, overrideLogicalIds } from "../constructs";
import { findings, GROUP, newApp, newStack, SUBSCRIPTION, synthesized, written } from "../support";

const ID = `/subscriptions/${SUBSCRIPTION}/resourceGroups/rg-platform/providers/Microsoft.Compute/virtualMachines/vm-platform`;
const virtualMachine = ExistingVirtualMachine.fromId(ID);

function identityIn(stack: TerraformStack, id = "orders"): UserAssignedIdentity {
  return new UserAssignedIdentity(stack, id, { ...GROUP, name: `id-${id}` });
}

describe("a machine that exists", () => {
  test("is known by its id, whose fixed parts get Azure's case", () => {
    const spelled = ID.replace("resourceGroups", "resourcegroups").replace(
      "Microsoft.Compute",
      "microsoft.compute",
    );
    expect(ExistingVirtualMachine.fromId(spelled).id).toBe(ID);
  });

  test("can have an id that only Terraform knows", () => {
    const { stringValue } = new TerraformVariable(newStack(), "machine", { type: "string" });
    expect(ExistingVirtualMachine.fromId(stringValue).id).toBe(stringValue);
    expect(ExistingVirtualMachine.fromId("${module.machines.id}").id).toBe("${module.machines.id}");
  });

  test.each([
    "vm-platform",
    `/subscriptions/${SUBSCRIPTION}/resourceGroups/rg`,
    `${ID}/extensions/x`,
    ID.replace("virtualMachines", "virtualMachineScaleSets"),
  ])("has no id such as %s", (id) => {
    expect(() => ExistingVirtualMachine.fromId(id)).toThrow(
      `virtual machine id "${id}" is not the id of a virtual machine; allowed is /subscriptions/<guid>/resourceGroups/` +
        "<group>/providers/Microsoft.Compute/virtualMachines/<name>; pass such an id, or use ExistingVirtualMachine.fromName",
    );
  });

  test("has an id or a name that is given", () => {
    expect(() => ExistingVirtualMachine.fromId(undefined as never)).toThrow(
      "virtual machine id is not given; allowed is /subscriptions/<guid>/resourceGroups/",
    );
    const stack = newStack();
    for (const lookup of [{ name: undefined }, undefined]) {
      expect(() => ExistingVirtualMachine.fromName(stack, lookup as never)).toThrow(
        [
          "[ExistingVirtualMachine.fromName] name is not given; allowed is the name that it has in Azure; write it, or pass a token",
          "resourceGroupName is not given; allowed is the name of its resource group; write it, or pass a token",
        ].join("\n  "),
      );
    }
    expect(stack.node.tryFindChild("current-subscription")).toBeUndefined();
  });

  test("is found by name in the subscription of the provider", () => {
    const stack = newStack();
    const { id } = ExistingVirtualMachine.fromName(stack, { name: "vm", resourceGroupName: "rg" });
    new TerraformOutput(stack, "id", { value: id });
    expect(synthesized(stack).output.id.value).toBe(
      "${data.azurerm_subscription.current-subscription.id}/resourceGroups/rg/providers/Microsoft.Compute/virtualMachines/vm",
    );
  });
});

test("all identities of a machine are asked for at once, beside those that it has", () => {
  const stack = newStack();
  const userAssignedIdentities = [identityIn(stack), identityIn(stack, "reports")];
  new VirtualMachineIdentity(stack, "machine", { virtualMachine, userAssignedIdentities });
  const present = "data.azapi_resource.machine_before_8F06B020.output";
  expect(synthesized(stack).resource.azapi_resource_action.machine).toMatchObject({
    type: "Microsoft.Compute/virtualMachines@2024-07-01",
    resource_id: ID,
    method: "PATCH",
    locks: [ID],
    depends_on: ["azapi_resource_action.machine_detach_563F8B0F"],
    body: {
      identity: {
        type: `\${strcontains(coalesce(${present}.type, "None"), "SystemAssigned") ? "SystemAssigned, UserAssigned" : "UserAssigned"}`,
        userAssignedIdentities: {
          "${azurerm_user_assigned_identity.orders.id}": {},
          "${azurerm_user_assigned_identity.reports.id}": {},
        },
      },
    },
  });
});

test("every address is pinned", () => {
  const stack = newStack();
  const userAssignedIdentities = [identityIn(stack)];
  new VirtualMachineIdentity(stack, "user", { virtualMachine, userAssignedIdentities });
  new VirtualMachineSystemIdentity(stack, "system", { virtualMachine });
  new VirtualMachineSystemIdentity(stack, "off", { virtualMachine, disableOnDestroy: true });
  expect(addresses(stack)).toEqual([
    "azapi_resource_action.off",
    "azapi_resource_action.off_detach_032DB161",
    "azapi_resource_action.system",
    "azapi_resource_action.user",
    "azapi_resource_action.user_detach_962B60AB",
    "azurerm_user_assigned_identity.orders",
    "data.azapi_resource.off_after_2429350A",
    "data.azapi_resource.off_before_4E3C7F6F",
    "data.azapi_resource.system_after_CC73DB27",
    "data.azapi_resource.system_before_ED559004",
    "data.azapi_resource.user_after_423B3753",
    "data.azapi_resource.user_before_26CE44DF",
  ]);
});

test("logical ids can be overridden after construction, and every reference follows", () => {
  const stack = newStack();
  const userAssignedIdentities = [identityIn(stack)];
  const machine = new VirtualMachineSystemIdentity(stack, "machine", {
    virtualMachine,
    userAssignedIdentities,
  });
  machine.assignRole("reads", Role.builtIn("Reader"), "/");
  overrideLogicalIds(stack, "machine");
  expect(JSON.stringify(synthesized(stack))).not.toMatch(
    /machine_(?:before|after|detach|principal)|action\.machine/,
  );
});

test("the logical id of an identity can be overridden after it was attached", () => {
  const stack = newStack();
  const identity = identityIn(stack);
  new VirtualMachineIdentity(stack, "machine", { virtualMachine, userAssignedIdentities: [identity] });
  identity.resource.overrideLogicalId("renamed");
  expect(JSON.stringify(synthesized(stack))).not.toContain("azurerm_user_assigned_identity.orders");
});

test("lifecycle, dependsOn and provider are taken", () => {
  const stack = newStack();
  const first = identityIn(stack, "first");
  new VirtualMachineIdentity(stack, "machine", {
    virtualMachine,
    userAssignedIdentities: [identityIn(stack)],
    dependsOn: [first],
    lifecycle: { preventDestroy: true },
    provider: new Azapi(stack, "azapi", "west"),
  });
  const { resource, data, provider } = synthesized(stack);
  expect(resource.azapi_resource_action.machine).toMatchObject({
    lifecycle: { prevent_destroy: true },
    depends_on: ["azurerm_user_assigned_identity.first", "azapi_resource_action.machine_detach_563F8B0F"],
  });
  const all = [...Object.values(resource.azapi_resource_action), ...Object.values(data.azapi_resource)];
  expect(all.map((each) => (each as { provider: string }).provider)).toEqual(Array(4).fill("azapi.west"));
  expect(provider.azapi).toEqual([{ alias: "west" }]);
});

test.each([
  ["nothing to attach", [], [], "userAssignedIdentities is empty"],
  ["one twice", ["a", "a"], [], "an identity is named twice in one list: allowed is once; remove the other"],
  ["one to attach and detach", ["a"], ["a"], "is in userAssignedIdentities and in detachedIdentities"],
])("%s is refused, and nothing is made", (_, attached, detached, message) => {
  const stack = newStack();
  const identity = identityIn(stack);
  const all = (names: string[]) => names.map(() => identity);
  const props = { userAssignedIdentities: all(attached), detachedIdentities: all(detached) };
  const create = () => new VirtualMachineIdentity(stack, "machine", { virtualMachine, ...props });
  expect(create).toThrow(`[test/machine] `);
  expect(create).toThrow(message);
  expect(stack.node.tryFindChild("machine")).toBeUndefined();
});

test("all that is wrong is said at once", () => {
  const stack = newStack();
  const identity = identityIn(stack);
  const props = { userAssignedIdentities: [identity, identity], detachedIdentities: [identity] };
  expect(() => new VirtualMachineSystemIdentity(stack, "machine", { virtualMachine, ...props })).toThrow(
    /named twice[\s\S]*remove the other\n {2}an identity is in userAssignedIdentities/,
  );
});

test("another stack can bind roles to it, and depends on it", () => {
  const app = newApp();
  const owner = newStack("owner", app);
  const identity = new VirtualMachineSystemIdentity(owner, "machine", { virtualMachine });
  const other = newStack("other", app);
  new IdentityRoleBinding(other, "binding", { identity, role: Role.builtIn("Reader"), scope: "/" });
  app.synth();
  const { principal_id: principal } = written(app, "other").resource.azurerm_role_assignment.binding;
  expect(principal).toMatch(
    /^\$\{data\.terraform_remote_state\.cross-stack-reference-input-owner\.outputs\./,
  );
  expect(other.dependencies).toEqual([owner]);
  expect(findings(app)).toEqual([]);
});

/** A provider as `cdktf get` would make it, but for its arguments. */
class Azapi extends TerraformProvider {
  public constructor(
    stack: TerraformStack,
    id: string,
    private readonly named?: string,
  ) {
    super(stack, id, {
      terraformResourceType: "azapi",
      terraformGeneratorMetadata: { providerName: "azapi", providerVersion: "2.12.0" },
      terraformProviderSource: "Azure/azapi",
    });
  }

  public override get alias(): string | undefined {
    return this.named;
  }
}

describe("the azapi provider", () => {
  const machineIn = (stack: TerraformStack, id = "machine") =>
    new VirtualMachineSystemIdentity(stack, id, { virtualMachine });
  const providers = (stack: TerraformStack) => {
    const { provider, terraform } = synthesized(stack);
    return [provider.azapi, terraform.required_providers.azapi.version];
  };

  test("is made once where the stack has none", () => {
    const stack = newStack();
    machineIn(stack);
    machineIn(stack, "second");
    expect(providers(stack)).toEqual([[{}], "~> 2.9"]);
  });

  test.each(["before", "after"])("is the user's own, made %s", (when) => {
    const stack = newStack();
    if (when === "before") new Azapi(stack, "azapi");
    machineIn(stack);
    if (when === "after") new Azapi(stack, "azapi");
    expect(providers(stack)).toEqual([[{}], "2.12.0"]);
  });

  test("is made beside one with an alias, which nothing here uses unasked", () => {
    const stack = newStack();
    new Azapi(stack, "azapi", "west");
    machineIn(stack);
    expect(providers(stack)[0]).toEqual([{ alias: "west" }, {}]);
  });
});
