import { accessMatrix } from "cdktf-azure-identity/testing";
import { KeyVaultSecretStack } from "../../examples/key-vault-secret/stack";
import { addresses } from "../constructs";
import { findings, newApp, written } from "../support";

function keyVaultSecret() {
  const app = newApp();
  const stack = new KeyVaultSecretStack(app, "key-vault-secret");
  app.synth();
  return { app, stack, json: written(app, "key-vault-secret") };
}

test("its addresses", () => {
  expect(addresses(keyVaultSecret().stack)).toMatchSnapshot();
});

test("the app waits until its identity may read the secret, and the secret until it may be written", () => {
  const { resource } = keyVaultSecret().json;
  expect(resource.azurerm_container_app.app.depends_on).toEqual([
    expect.stringMatching(/^time_sleep\.reads-secret_propagation-delay_/),
  ]);
  expect(resource.azurerm_key_vault_secret["database-password-secret"].depends_on).toEqual([
    expect.stringMatching(/^time_sleep\.deployer-writes-secrets_propagation-delay_/),
  ]);
});

test("Terraform learns where the provider of the delays is, without a block for it", () => {
  const { terraform, provider } = keyVaultSecret().json;
  expect(terraform.required_providers.time).toEqual({
    source: "hashicorp/time",
    version: "~> 0.13",
  });
  expect(Object.keys(provider)).toEqual(["azurerm"]);
});

test("who may do what", () => {
  expect(accessMatrix(keyVaultSecret().app)).toMatchInlineSnapshot(`
    "IDENTITY                               ROLE                       SCOPE                                                                         BOUND BY
    \${var.deployer-object-id}              Key Vault Secrets Officer  kv-orders (key-vault-secret/vault)                                            key-vault-secret/deployer-writes-secrets
    id-orders (key-vault-secret/identity)  Key Vault Secrets User     \${azurerm_key_vault_secret.database-password-secret.resource_versionless_id}  key-vault-secret/reads-secret"
  `);
});

test("the stack has no finding", () => {
  expect(findings(keyVaultSecret().app)).toEqual([]);
});
