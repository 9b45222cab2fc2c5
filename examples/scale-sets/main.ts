import { App } from "cdktf";
import { ScaleSetsStack } from "./stack";

const app = new App();
new ScaleSetsStack(app, "scale-sets");
app.synth();
