import { App } from "cdktf";
import { DeployerStack } from "./stack";

const app = new App();
new DeployerStack(app, "deployer");
app.synth();
