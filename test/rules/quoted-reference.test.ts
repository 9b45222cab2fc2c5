import type { LinuxVirtualMachine } from "@cdktf/provider-azurerm/lib/linux-virtual-machine";
import { Lazy, TerraformCount } from "cdktf";
import { IdentityRoleBinding, Role, UserAssignedIdentity, Vm } from "cdktf-azure-identity";
import { findings, GROUP, GUID, newApp, newStack } from "../support";
import { rawCredential } from "./federated-support";
import {
  checkedStack,
  found,
  IDENTITY_ID,
  LATE_TEXTS,
  places,
  prepared,
  RESOURCE_GROUP_ID,
  rawBinding,
  rawVm,
  VM,
} from "./support";

const RULE = "quoted-reference";
const QUOTED = "azurerm_user_assigned_identity.app.id";

test("references and ids are accepted, and so is a name that looks like an address", () => {
  const stack = newStack();
  const identity = new UserAssignedIdentity(stack, "identity", { ...GROUP, name: "id-a" });
  new Vm(stack, "vm", { ...VM, userAssignedIdentities: [identity] });
  identity.assignRole("reads", Role.builtIn("Reader"), RESOURCE_GROUP_ID);
  rawBinding(stack, "named", { roleDefinitionId: undefined, roleDefinitionName: "azurerm_x.y" });
  rawVm(stack, "raw", { type: "UserAssigned", identityIds: [IDENTITY_ID, "${azurerm_x.y.id}"] });
  expect(found(RULE, stack)).toEqual([]);
});

test("an address in quotes in place of an identity is an error that shows how to write it", () => {
  const stack = newStack();
  const identity = { id: QUOTED, name: "id-a", principalId: "", clientId: "", tenantId: "" };
  new Vm(stack, "vm", { ...VM, userAssignedIdentities: [identity] });
  expect(findings(stack)).toEqual([
    {
      rule: RULE,
      level: "error",
      stack: "test",
      path: "test/vm",
      address: "azurerm_linux_virtual_machine.vm",
      message:
        'identity_ids "azurerm_user_assigned_identity.app.id" is the text of a Terraform address and refers to ' +
        "nothing; allowed is a reference or an id; pass the attribute of the construct, such as identity.id, or write " +
        '"${azurerm_user_assigned_identity.app.id}"',
    },
  ]);
});

test("each argument of a binding is an error of this rule alone", () => {
  const stack = checkedStack();
  const principalType = "ServicePrincipal";
  rawBinding(stack, "principal", {
    principalType,
    principalId: "azurerm_user_assigned_identity.app.principal_id",
  });
  rawBinding(stack, "scope", { principalType, scope: "azurerm_resource_group.app.id" });
  rawBinding(stack, "role", {
    principalType,
    roleDefinitionId: "azurerm_role_definition.r.role_definition_resource_id",
  });
  expect(findings(stack).map(({ rule, path, message }) => [rule, path, message.split(" ")[0]])).toEqual([
    [RULE, "test/principal", "principal_id"],
    [RULE, "test/scope", "scope"],
    [RULE, "test/role", "role_definition_id"],
  ]);
});

test("an escaped reference is text as well", () => {
  const stack = checkedStack();
  rawBinding(stack, "raw", { principalId: "$${azurerm_user_assigned_identity.app.principal_id}" });
  expect(places(RULE, stack)).toEqual(["error test/raw"]);
});

test.each(LATE_TEXTS)("%s as a principal says nothing", (_, make) => {
  const stack = checkedStack();
  const { text, repeated } = make(stack, GUID);
  rawBinding(stack, "raw", { principalId: text, ...repeated });
  expect(found(RULE, stack)).toEqual([]);
});

test.each(LATE_TEXTS)("%s as an identity says nothing", (_, make) => {
  const stack = checkedStack();
  const { text, repeated } = make(stack, IDENTITY_ID);
  Object.assign(rawVm(stack, "raw", { type: "UserAssigned", identityIds: [text] }), repeated);
  expect(found(RULE, stack)).toEqual([]);
});

test("a lazy address in quotes is found when it is there", () => {
  const stack = newStack();
  const principalId = Lazy.stringValue({ produce: () => QUOTED });
  new IdentityRoleBinding(stack, "binding", {
    identity: { principalId, tenantId: "" },
    role: Role.builtIn("Reader"),
    scope: RESOURCE_GROUP_ID,
  });
  expect(places(RULE, stack)).toEqual(["error test/binding"]);
});

test("what a resource says after overrides and setters counts, counted or not", () => {
  const stack = checkedStack();
  rawBinding(stack, "mended", { principalId: QUOTED }).addOverride("principal_id", GUID);
  rawBinding(stack, "reset", { principalId: QUOTED }).principalId = GUID;
  rawBinding(stack, "overridden").addOverride("scope", QUOTED);
  rawBinding(stack, "set").principalId = QUOTED;
  rawBinding(stack, "counted", { principalId: QUOTED, count: TerraformCount.of(2) });
  const vm: LinuxVirtualMachine = rawVm(stack, "vm", { type: "UserAssigned", identityIds: [IDENTITY_ID] });
  vm.addOverride("identity.identity_ids", [QUOTED, "azurerm_user_assigned_identity.other.id"]);
  expect(places(RULE, stack).sort()).toEqual(
    ["overridden", "set", "counted", "vm", "vm"].map((id) => `error test/${id}`).sort(),
  );
});

test("text taken from another stack is checked where it is used", () => {
  const app = newApp();
  const other = rawBinding(newStack("other", app), "binding", { principalId: QUOTED });
  rawBinding(checkedStack("test", app), "raw", { principalId: other.principalId, scope: other.scope });
  expect(places(RULE, prepared(app))).toEqual(["error test/raw"]);
});

test("the identity of a federated credential is a reference or an id", () => {
  const stack = checkedStack();
  rawCredential(stack, "quoted", { parentId: QUOTED });
  rawCredential(stack, "referred", { parentId: `\${${QUOTED}}` });
  rawCredential(stack, "written", { parentId: IDENTITY_ID });
  expect(places(RULE, stack)).toEqual(["error test/quoted"]);
  expect(found(RULE, stack)[0]?.message).toContain(
    `parent_id "${QUOTED}" is the text of a Terraform address`,
  );
});
