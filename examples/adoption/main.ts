import { App } from "cdktf";
import { AdoptionStack } from "./stack";

const app = new App();
new AdoptionStack(app, "adoption");
app.synth();
