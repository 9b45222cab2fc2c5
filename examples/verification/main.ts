import { App } from "cdktf";
import { VerificationStack } from "./stack";

const app = new App();
new VerificationStack(app, "verification");
app.synth();
