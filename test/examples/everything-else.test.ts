import { accessMatrix, matchers } from "cdktf-azure-identity/testing";
import { EverythingElseStack } from "../../examples/everything-else/stack";
import { addresses } from "../constructs";
import { newApp, synthesized } from "../support";

expect.extend(matchers);

function everythingElse() {
  return new EverythingElseStack(newApp(), "everything-else");
}

test("raw resources get roles as what they are, and a membership is part of the access", () => {
  expect(accessMatrix(everythingElse())).toMatchInlineSnapshot(`
    "IDENTITY                                                     ROLE                     SCOPE                                        BOUND BY
    aks-orders (everything-else/cluster), kubelet                AcrPull                  crorders (everything-else/registry)          everything-else/nodes-pull-images
    aks-orders (everything-else/cluster), system-assigned        Network Contributor      rg-orders (everything-else/group)            everything-else/cluster-joins-network
    app-orders (everything-else/web-app), system-assigned        (member of group)        \${var.group-object-id}                       everything-else/web-app-in-group
    ca-orders (everything-else/container-app), system-assigned   Key Vault Secrets User   kv-orders (everything-else/vault)            everything-else/container-app-reads-secrets
    func-orders (everything-else/function-app), system-assigned  Storage Blob Data Owner  stordersfunctions (everything-else/account)  everything-else/function-app-owns-blobs
    id-orders-pulls (everything-else/pulls)                      AcrPull                  crorders (everything-else/registry)          everything-else/pulls/images"
  `);
});

test("no rule says anything but what was accepted", () => {
  expect(everythingElse()).toHaveNoFindings();
});

test("the addresses of bindings and of the membership stay the same", () => {
  const ours = /role_assignment|user_assigned|group_member/;
  expect(addresses(everythingElse()).filter((address) => ours.test(address))).toMatchInlineSnapshot(`
    [
      "azuread_group_member.web-app-in-group",
      "azurerm_role_assignment.cluster-joins-network",
      "azurerm_role_assignment.container-app-reads-secrets",
      "azurerm_role_assignment.function-app-owns-blobs",
      "azurerm_role_assignment.nodes-pull-images",
      "azurerm_role_assignment.pulls_images_52147F06",
      "azurerm_user_assigned_identity.pulls",
    ]
  `);
});

test("azuread is asked for without bindings of it, and without a provider block", () => {
  const { terraform, provider } = synthesized(everythingElse());
  expect(terraform.required_providers.azuread).toEqual({
    source: "hashicorp/azuread",
    version: "~> 3.0",
  });
  expect(Object.keys(provider)).toEqual(["azurerm"]);
});
