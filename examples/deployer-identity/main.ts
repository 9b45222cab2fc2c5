import { App } from "cdktf";
import { DeployerIdentityStack } from "./stack";

const app = new App();
new DeployerIdentityStack(app, "deployer-identity");
app.synth();
