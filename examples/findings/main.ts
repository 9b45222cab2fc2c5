import { App } from "cdktf";
import { FindingsStack } from "./stack";

const app = new App();
new FindingsStack(app, "orders");
app.synth();
