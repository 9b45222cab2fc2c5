import { AzurermProvider } from "@cdktf/provider-azurerm/lib/provider";
import type { TerraformStack } from "cdktf";
import {
  type AssignedRole,
  Role,
  UserAssignedIdentity,
  VmWithSystemIdentity,
  type VmWithSystemIdentityProps,
} from "cdktf-azure-identity";
import { addresses } from "../constructs";
import { VM } from "../rules/support";
import { GROUP, newStack, SUBSCRIPTION, synthesized } from "../support";

const scope = `/subscriptions/${SUBSCRIPTION}`;
const ROLES: AssignedRole[] = [
  { id: "blobs", role: Role.builtIn("Storage Blob Data Reader"), scope },
  { id: "reads", role: Role.builtIn("Reader"), scope },
  { id: "secrets", role: Role.builtIn("Key Vault Secrets User"), scope, condition: "true" },
];

type Props = Pick<VmWithSystemIdentityProps, "roles" | "provider">;

const HOLDERS = [
  {
    name: "UserAssignedIdentity",
    create: (stack: TerraformStack, props: Props) =>
      new UserAssignedIdentity(stack, "app", { ...GROUP, name: "id-orders", ...props }),
    principal: "${azurerm_user_assigned_identity.app.principal_id}",
  },
  {
    name: "VmWithSystemIdentity",
    create: (stack: TerraformStack, props: Props) =>
      new VmWithSystemIdentity(stack, "app", { ...VM, ...props }),
    principal: "${azurerm_linux_virtual_machine.app.identity[0].principal_id}",
  },
];

const bindingsIn = (stack: TerraformStack) =>
  addresses(stack).filter((address) => address.startsWith("azurerm_role_assignment."));

describe.each(HOLDERS)("roles of a $name", ({ create, principal }) => {
  test("are bindings to it below it, each under its own id", () => {
    const stack = newStack();
    const holder = create(stack, { roles: ROLES });
    expect(bindingsIn(stack)).toEqual([
      "azurerm_role_assignment.app_blobs_C35D4DC4",
      "azurerm_role_assignment.app_reads_38B73637",
      "azurerm_role_assignment.app_secrets_9FA99AA2",
    ]);
    for (const { id } of ROLES) expect(holder.node.findChild(id).node.path).toBe(`test/app/${id}`);
    const bindings = synthesized(stack).resource.azurerm_role_assignment;
    expect(Object.values(bindings)).toEqual([
      expect.objectContaining({ principal_id: principal, principal_type: "ServicePrincipal", scope }),
      expect.objectContaining({ principal_id: principal }),
      expect.objectContaining({ principal_id: principal, condition: "true", condition_version: "2.0" }),
    ]);
  });

  test("are those that assignRole makes, in any order, and without the middle one the others stay", () => {
    const [listed, bound, fewer, shuffled] = [newStack(), newStack(), newStack(), newStack()];
    create(listed, { roles: ROLES });
    const holder = create(bound, {});
    for (const { id, role } of ROLES) holder.assignRole(id, role, scope);
    const [first, , last] = ROLES as [AssignedRole, AssignedRole, AssignedRole];
    create(fewer, { roles: [first, last] });
    create(shuffled, { roles: [...ROLES].reverse() });
    const [blobs, , secrets] = bindingsIn(listed);
    expect(bindingsIn(bound)).toEqual(bindingsIn(listed));
    expect(bindingsIn(fewer)).toEqual([blobs, secrets]);
    expect(bindingsIn(shuffled)).toEqual(bindingsIn(listed));
  });

  test("go through the provider of what has the identity", () => {
    const stack = newStack();
    const provider = new AzurermProvider(stack, "hub", { features: [{}], alias: "hub" });
    create(stack, { roles: ROLES, provider }).assignRole("later", Role.builtIn("Reader"), "/");
    for (const binding of Object.values(synthesized(stack).resource.azurerm_role_assignment)) {
      expect(binding).toMatchObject({ provider: "azurerm.hub" });
    }
  });

  test("that cannot be told apart are an error that names each, before anything is made", () => {
    const stack = newStack();
    const [role] = ROLES as [AssignedRole];
    const roles = [role, { ...role, id: "Default" }, { ...role, id: "" }, role];
    expect(() => create(stack, { roles })).toThrow(
      '[test/app] role 2 of roles has the id "Default", which the construct itself uses: allowed is each id once; give ' +
        "it another one\n" +
        '  role 3 of roles has no id: allowed is any text; name what it is for, such as "blobs"\n' +
        '  role 4 of roles has the id "blobs", which role 1 of roles uses: allowed is each id once; give it another one',
    );
    expect(stack.node.tryFindChild("app")).toBeUndefined();
  });

  test("without an id, or not in a list, are an error", () => {
    const [{ role }] = ROLES as [AssignedRole];
    const unnamed = [{ role, scope }, undefined] as unknown as AssignedRole[];
    expect(() => create(newStack(), { roles: unnamed })).toThrow(
      /^\[test\/app\] role 1 of roles has no id: .*\n {2}role 2 of roles has no id: /,
    );
    const keyed = { blobs: { role, scope } } as unknown as AssignedRole[];
    expect(() => create(newStack(), { roles: keyed })).toThrow(
      "[test/app] roles is an object; allowed is a list; write it in brackets",
    );
  });
});

test("problems of a machine and of its roles are told at once", () => {
  const stack = newStack();
  const [role] = ROLES as [AssignedRole];
  const props = { ...VM, networkInterfaceIds: [], roles: [role, role] };
  expect(() => new VmWithSystemIdentity(stack, "app", props)).toThrow(
    /^\[test\/app\] the machine has no network: .*\n {2}role 2 of roles has the id "blobs"/,
  );
});
