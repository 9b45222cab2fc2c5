import { Group } from "@cdktf/provider-azuread/lib/group";
import { GroupMember } from "@cdktf/provider-azuread/lib/group-member";
import { AzureadProvider } from "@cdktf/provider-azuread/lib/provider";
import { ResourceGroup } from "@cdktf/provider-azurerm/lib/resource-group";
import { TerraformOutput } from "cdktf";
import {
  GroupMembership,
  type GroupMembershipProps,
  UserAssignedIdentity,
  VmWithSystemIdentity,
} from "cdktf-azure-identity";
import { accessMatrix, matchers } from "cdktf-azure-identity/testing";
import { addresses } from "../constructs";
import { VM } from "../rules/support";
import { GROUP, GUID, newApp, newStack, synthesized, written } from "../support";

expect.extend(matchers);

function identityIn(stack = newStack()) {
  return new UserAssignedIdentity(stack, "identity", {
    ...GROUP,
    name: "id-orders",
  });
}

test("it makes one resource, at the address of the raw one with the same id", () => {
  const [ours, raw] = [newStack(), newStack()];
  new GroupMembership(ours, "member", {
    member: identityIn(ours),
    groupObjectId: GUID,
  });
  new AzureadProvider(raw, "azuread");
  new GroupMember(raw, "member", {
    memberObjectId: identityIn(raw).principalId,
    groupObjectId: GUID,
  });
  expect(addresses(ours)).toEqual(["azuread_group_member.member", "azurerm_user_assigned_identity.identity"]);
  expect(addresses(ours)).toEqual(addresses(raw));
  expect(synthesized(ours).resource.azuread_group_member).toEqual(
    synthesized(raw).resource.azuread_group_member,
  );
});

test("a machine becomes a member as itself", () => {
  const stack = newStack();
  const vm = new VmWithSystemIdentity(stack, "vm", VM);
  new GroupMembership(stack, "member", { member: vm, groupObjectId: GUID });
  expect(synthesized(stack).resource.azuread_group_member.member).toEqual({
    group_object_id: GUID,
    member_object_id: "${azurerm_linux_virtual_machine.vm.identity[0].principal_id}",
  });
});

test("Terraform is told which provider azuread is, and gets no provider block", () => {
  const stack = newStack();
  new GroupMembership(stack, "member", {
    member: identityIn(stack),
    groupObjectId: GUID,
  });
  const { terraform, provider } = synthesized(stack);
  expect(terraform.required_providers.azuread).toEqual({
    source: "hashicorp/azuread",
    version: "~> 3.0",
  });
  expect(provider.azuread).toBeUndefined();
});

test.each(["before", "after"])("a provider that the user makes %s it stays the only one", (when) => {
  const stack = newStack();
  const make = () => new AzureadProvider(stack, "azuread", { tenantId: GUID });
  if (when === "before") make();
  new GroupMembership(stack, "member", {
    member: identityIn(stack),
    groupObjectId: GUID,
  });
  if (when === "after") make();
  const { terraform, provider } = synthesized(stack);
  expect(terraform.required_providers.azuread).toEqual({
    source: "hashicorp/azuread",
    version: "3.7.0",
  });
  expect(provider.azuread).toEqual([{ tenant_id: GUID }]);
});

test("what an override of the stack says of azuread counts", () => {
  const stack = newStack();
  stack.addOverride("terraform.required_providers.azuread.version", "3.1.0");
  new GroupMembership(stack, "member", {
    member: identityIn(stack),
    groupObjectId: GUID,
  });
  expect(synthesized(stack).terraform.required_providers.azuread).toEqual({
    source: "hashicorp/azuread",
    version: "3.1.0",
  });
});

test("HCL says the same", () => {
  const stack = newStack();
  new GroupMembership(stack, "member", { member: identityIn(stack), groupObjectId: GUID });
  const { hcl } = stack.toHclTerraform();
  expect(hcl).toContain('resource "azuread_group_member" "member" {');
  expect(hcl).toContain(`group_object_id = "${GUID}"`);
  expect(hcl).toContain('member_object_id = "${azurerm_user_assigned_identity.identity.principal_id}"');
  expect(hcl).toMatch(/azuread = \{\s+source = "hashicorp\/azuread"/);
});

test("lifecycle, dependsOn and provider reach the resource", () => {
  const stack = newStack();
  const provider = new AzureadProvider(stack, "other", { alias: "other" });
  const group = new ResourceGroup(stack, "group", {
    name: "rg",
    location: "westeurope",
  });
  const member = identityIn(stack);
  new GroupMembership(stack, "member", {
    member,
    groupObjectId: GUID,
    lifecycle: { preventDestroy: true },
    dependsOn: [group],
    provider,
  });
  expect(synthesized(stack).resource.azuread_group_member.member).toMatchObject({
    lifecycle: { prevent_destroy: true },
    depends_on: ["azurerm_resource_group.group"],
    provider: "azuread.other",
  });
});

test("it is the default child, can be overridden and imported, and others can depend on it", () => {
  const stack = newStack();
  const membership = new GroupMembership(stack, "member", {
    member: identityIn(stack),
    groupObjectId: GUID,
  });
  expect(membership.node.defaultChild).toBe(membership.resource);
  membership.resource.overrideLogicalId("legacy");
  membership.resource.addOverride("group_object_id", "${var.group}");
  membership.resource.importFrom(`${GUID}/member/${GUID}`);
  new ResourceGroup(stack, "later", {
    name: "rg",
    location: "westeurope",
    dependsOn: [membership],
  });
  new TerraformOutput(stack, "id", { value: membership.id });
  const json = synthesized(stack);
  expect(json.resource.azuread_group_member.legacy.group_object_id).toBe("${var.group}");
  expect(json.import).toEqual([{ id: `${GUID}/member/${GUID}`, to: "azuread_group_member.legacy" }]);
  expect(json.resource.azurerm_resource_group.later.depends_on).toEqual(["azuread_group_member.legacy"]);
  expect(json.output.id.value).toBe("${azuread_group_member.legacy.id}");
});

test("logical ids of the member can be overridden after construction", () => {
  const stack = newStack();
  const member = identityIn(stack);
  new GroupMembership(stack, "member", { member, groupObjectId: GUID });
  member.resource.overrideLogicalId("renamed");
  expect(synthesized(stack).resource.azuread_group_member.member.member_object_id).toBe(
    "${azurerm_user_assigned_identity.renamed.principal_id}",
  );
});

test("an identity of another stack becomes a member, and the access says so by names", () => {
  const app = newApp();
  const member = identityIn(newStack("identities", app));
  const stack = newStack("groups", app);
  new AzureadProvider(stack, "azuread");
  const group = new Group(stack, "readers", {
    displayName: "sg-readers",
    securityEnabled: true,
  });
  new GroupMembership(stack, "member", {
    member,
    groupObjectId: group.objectId,
  });
  app.synth();
  expect(written(app, "groups").resource.azuread_group_member.member.member_object_id).toMatch(
    /^\$\{data\.terraform_remote_state\.cross-stack-reference-input-identities\.outputs\./,
  );
  expect(accessMatrix(app)).toMatchInlineSnapshot(`
    "IDENTITY                         ROLE               SCOPE                        BOUND BY
    id-orders (identities/identity)  (member of group)  sg-readers (groups/readers)  groups/member"
  `);
});

test("a membership is no binding", () => {
  const stack = newStack();
  new GroupMembership(stack, "member", {
    member: identityIn(stack),
    groupObjectId: GUID,
  });
  expect(stack).toHaveBindingCount(0);
});

test("a membership under other keys says what is missing, and makes nothing", () => {
  const stack = newStack();
  const misnamed = { identity: identityIn(stack), groupId: GUID } as unknown as GroupMembershipProps;
  for (const props of [misnamed, undefined as unknown as GroupMembershipProps]) {
    expect(() => new GroupMembership(stack, "member", props)).toThrow(
      [
        "[test/member] member is not given; allowed is an identity, or an object with its principalId; pass the object itself, after it was made",
        'groupObjectId is not given; allowed is the object id of a group; pass what "az ad group show --group <name> --query id" says',
      ].join("\n  "),
    );
  }
  expect(stack.node.tryFindChild("member")).toBeUndefined();
});
