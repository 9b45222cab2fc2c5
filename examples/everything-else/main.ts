import { App } from "cdktf";
import { EverythingElseStack } from "./stack";

const app = new App();
new EverythingElseStack(app, "everything-else");
app.synth();
