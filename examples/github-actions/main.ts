import { App } from "cdktf";
import { GitHubActionsStack } from "./stack";

const app = new App();
new GitHubActionsStack(app, "github-actions");
app.synth();
