import { App } from "cdktf";
import { SwitchOnStack } from "./stack";

const app = new App();
new SwitchOnStack(app, "switch-on");
app.synth();
