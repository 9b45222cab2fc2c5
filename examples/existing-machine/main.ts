import { App } from "cdktf";
import { ExistingMachineStack } from "./stack";

const app = new App();
new ExistingMachineStack(app, "existing-machine");
app.synth();
