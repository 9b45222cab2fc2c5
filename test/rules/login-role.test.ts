import { ResourceGroup } from "@cdktf/provider-azurerm/lib/resource-group";
import { VirtualMachineExtension } from "@cdktf/provider-azurerm/lib/virtual-machine-extension";
import { TerraformCount, type TerraformStack } from "cdktf";
import {
  type BuiltInRoleName,
  Principal,
  PrincipalRoleBinding,
  Role,
  VmWithSystemIdentity,
} from "cdktf-azure-identity";
import { GUID, newApp, newStack } from "../support";
import { HAND_OVERS, OTHER_ASSIGNMENTS } from "./other-roles-support";
import { found, LATE_TEXTS, places, prepared, READER_ID, RESOURCE_GROUP_ID, rawBinding, VM } from "./support";

const RULE = "login-role";
const LOGIN = { publisher: "Microsoft.Azure.ActiveDirectory", type: "AADSSHLoginForLinux" };

function login(stack: TerraformStack, id = "login", config = {}): VmWithSystemIdentity {
  const vm = new VmWithSystemIdentity(stack, `vm-${id}`, { ...VM, name: `vm-${id}` });
  new VirtualMachineExtension(stack, id, {
    name: id,
    typeHandlerVersion: "1.0",
    virtualMachineId: vm.id,
    ...LOGIN,
    ...config,
  });
  return vm;
}

function bind(stack: TerraformStack, name: BuiltInRoleName, scope: string) {
  const principal = Principal.group(GUID);
  return new PrincipalRoleBinding(stack, "people", { principal, role: Role.builtIn(name), scope });
}

test("login without a role for it in the app is a warning that names the roles", () => {
  const app = newApp();
  login(newStack("test", app));
  expect(found(RULE, app)).toEqual([
    {
      rule: RULE,
      level: "warning",
      stack: "test",
      path: "test/login",
      address: "azurerm_virtual_machine_extension.login",
      message:
        "extension AADSSHLoginForLinux lets people log in to test/vm-login with Entra, and this app gives nobody the role " +
        "for it; allowed is a binding of Virtual Machine Administrator Login or Virtual Machine User Login at the machine " +
        "or above; bind one, or accept this with IdentityRules.acknowledge where the role is given elsewhere",
    },
  ]);
});

test.each([
  "Virtual Machine Administrator Login",
  "Virtual Machine User Login",
] as const)("%s at the machine, or at the group, is enough", (role) => {
  for (const at of ["machine", "group"]) {
    const app = newApp();
    const stack = newStack("test", app);
    const vm = login(stack);
    const group = new ResourceGroup(stack, "group", { name: "rg", location: "westeurope" });
    bind(stack, role, at === "machine" ? vm.id : group.id);
    expect(found(RULE, app)).toEqual([]);
  }
});

test.each(["Owner", "Contributor", "Reader"] as const)("%s is not", (role) => {
  const app = newApp();
  const stack = newStack("test", app);
  bind(stack, role, login(stack).id);
  expect(places(RULE, app)).toEqual(["warning test/login"]);
});

test("the role at one machine says nothing of another", () => {
  const app = newApp();
  const stack = newStack("test", app);
  login(stack, "bad", { type: "AADLoginForWindows", publisher: LOGIN.publisher.toLowerCase() });
  bind(stack, "Virtual Machine User Login", login(stack, "good").id);
  expect(places(RULE, app)).toEqual(["warning test/bad"]);
});

test("other extensions, and a machine made elsewhere, say nothing", () => {
  const app = newApp();
  const stack = newStack("test", app);
  login(stack, "a", { type: "CustomScript" });
  login(stack, "b", { publisher: "Contoso" });
  login(stack, "c", {
    virtualMachineId: `${RESOURCE_GROUP_ID}/providers/Microsoft.Compute/virtualMachines/x`,
  });
  expect(found(RULE, app)).toEqual([]);
});

test("a role whose name only the tenant knows may be enough", () => {
  const app = newApp();
  const stack = newStack("test", app);
  login(stack);
  rawBinding(stack, "raw", { roleDefinitionId: undefined as never, roleDefinitionName: "Contoso Login" });
  expect(found(RULE, app)).toEqual([]);
});

describe.each(LATE_TEXTS)("%s", (_, make) => {
  const FOR_USERS = "/providers/Microsoft.Authorization/roleDefinitions/fb879df8-f326-4884-b1cf-06f3ad86be52";

  test.each(["role", "scope", "publisher", "machine"])("as the %s says nothing", (place) => {
    const app = newApp();
    const stack = newStack("test", app);
    const { text, repeated } = make(stack, "legal");
    const extensions = { publisher: { publisher: text }, machine: { virtualMachineId: text } };
    login(stack, "login", { ...extensions[place as "machine"], ...repeated });
    if (place === "role") rawBinding(stack, "raw", { roleDefinitionId: text, ...repeated });
    if (place === "scope")
      rawBinding(stack, "raw", { scope: text, roleDefinitionId: FOR_USERS, ...repeated });
    expect(found(RULE, app)).toEqual([]);
  });
});

test("the role may be given by another stack, and a stack alone is not judged", () => {
  const app = newApp();
  const machines = newStack("machines", app);
  const vm = login(machines);
  expect(found(RULE, machines)).toEqual([]);
  const people = newStack("people", app);
  bind(people, "Virtual Machine User Login", vm.id);
  expect(found(RULE, prepared(app))).toEqual([]);
});

test("a counted extension is one finding", () => {
  const app = newApp();
  login(newStack("test", app), "login", { count: TerraformCount.of(2) });
  expect(places(RULE, app)).toEqual(["warning test/login"]);
});

test.each(OTHER_ASSIGNMENTS)("%s of the role is enough, one of another role not", (_, give) => {
  const roleId = "/providers/Microsoft.Authorization/roleDefinitions/fb879df8-f326-4884-b1cf-06f3ad86be52";
  const app = newApp();
  const stack = newStack("test", app);
  const scope = login(stack).id;
  give(stack, { principalId: GUID, roleId: READER_ID, scope });
  expect(places(RULE, app)).toEqual(["warning test/login"]);
  give(stack, { principalId: GUID, roleId, scope });
  expect(found(RULE, app)).toEqual([]);
});

test.each(
  HAND_OVERS,
)("%s that gets people, the machine or its name may give the role but for the last", (_, give) => {
  const give_ = (value: (vm: VmWithSystemIdentity) => string) => {
    const app = newApp();
    const stack = newStack("test", app);
    give(stack, value(login(stack)));
    return places(RULE, app);
  };
  expect(give_(() => "${data.azuread_group.people.object_id}")).toEqual([]);
  expect(give_(({ id }) => id)).toEqual([]);
  expect(give_(({ resource }) => resource.name)).toEqual(["warning test/login"]);
});

test("a module that gets the machine as a whole may give the role, what comes with a machine of the library not", () => {
  const app = newApp();
  const stack = newStack("test", app);
  const vm = new VmWithSystemIdentity(stack, "vm", { ...VM, principalIdLookupEnabled: true });
  login(stack, "login", { virtualMachineId: vm.id });
  expect(places(RULE, app)).toEqual(["warning test/login"]);
  stack.addOverride("module.access", { source: "./access", machine: `\${${vm.resource.fqn}}` });
  expect(found(RULE, app)).toEqual([]);
});
