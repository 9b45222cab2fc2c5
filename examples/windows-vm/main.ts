import { App } from "cdktf";
import { WindowsVmStack } from "./stack";

const app = new App();
new WindowsVmStack(app, "windows-vm");
app.synth();
