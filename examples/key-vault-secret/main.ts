import { App } from "cdktf";
import { KeyVaultSecretStack } from "./stack";

const app = new App();
new KeyVaultSecretStack(app, "key-vault-secret");
app.synth();
