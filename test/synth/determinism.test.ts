import { readFileSync } from "node:fs";
import { join } from "node:path";
import { ResourceGroup } from "@cdktf/provider-azurerm/lib/resource-group";
import { LocalBackend, Token } from "cdktf";
import {
  FederatedCredential,
  FederatedSubject,
  IdentityRoleBinding,
  OperatingSystem,
  Role,
  Scope,
  UserAssignedIdentity,
  VmWithSystemIdentity,
} from "cdktf-azure-identity";
import { GROUP, newApp, newStack, SSH_KEY } from "../support";

/** Every construct of the library once, in two stacks that refer to each other: their JSON, and their reports. */
function program(): string[] {
  const app = newApp();
  const [owner, user] = [newStack("owner", app), newStack("user", app)];
  for (const stack of [owner, user]) new LocalBackend(stack, { path: `${stack.node.id}.tfstate` });
  const identity = new UserAssignedIdentity(owner, "identity", { ...GROUP, name: "id-orders" });
  const found = UserAssignedIdentity.fromName(user, "found", { name: "id-shared", resourceGroupName: "rg" });
  const group = new ResourceGroup(user, "group", { name: "rg-user", location: "westeurope" });
  const vm = new VmWithSystemIdentity(user, "vm", {
    ...GROUP,
    name: "vm-orders",
    size: "Standard_B2s",
    subnetId: "${var.subnet}",
    operatingSystem: OperatingSystem.linux({ adminUsername: "azureuser", sshPublicKey: SSH_KEY }),
    userAssignedIdentities: [identity, found],
  });
  vm.assignRole("reads", Role.builtIn("Reader"), group.id);
  new IdentityRoleBinding(user, "everywhere", {
    identity,
    role: Role.builtIn("Reader"),
    scope: Scope.currentSubscription(user),
  });
  const subject = FederatedSubject.gitHubPullRequest({ repository: "shop/orders" });
  new FederatedCredential(user, "github", { identity, subject });
  app.synth();
  return ["cdk.tf.json", "identity-report.json"].flatMap((file) =>
    ["owner", "user"].map((stack) => readFileSync(join(app.outdir, "stacks", stack, file), "utf8")),
  );
}

test("the same program gives the same bytes twice in one process", () => {
  expect(program()).toEqual(program());
});

test("tokens made by others before change nothing", () => {
  const before = program();
  for (let at = 0; at < 137; at++) {
    Token.asString({ at });
    Token.asNumber({ at });
    Token.asList({ at });
  }
  expect(program()).toEqual(before);
});

test("an identity of one stack that a machine of another uses is read from the other's outputs", () => {
  const [owner, user] = program().map((text) => JSON.parse(text));
  const ids: string[] = user.resource.azurerm_linux_virtual_machine.vm.identity.identity_ids;
  const [, output = ""] = /outputs\.([\w-]+)\}$/.exec(ids[0] ?? "") ?? [];
  expect(owner.output[output].value).toBe("${azurerm_user_assigned_identity.identity.id}");
  expect(ids[1]).toBe("${data.azurerm_user_assigned_identity.found.id}");
});
