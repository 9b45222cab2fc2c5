import { type App, TerraformStack } from "cdktf";
import { AdoptionStack } from "../../examples/adoption/stack";
import { EverythingElseStack } from "../../examples/everything-else/stack";
import { ExistingMachineStack } from "../../examples/existing-machine/stack";
import { GitHubActionsStack } from "../../examples/github-actions/stack";
import { KeyVaultSecretStack } from "../../examples/key-vault-secret/stack";
import { QuickstartStack } from "../../examples/quickstart/stack";
import { ScaleSetsStack } from "../../examples/scale-sets/stack";
import { IdentityStack } from "../../examples/shared-identity/identity-stack";
import { OrdersStack } from "../../examples/shared-identity/orders-stack";
import { ReportsStack } from "../../examples/shared-identity/reports-stack";
import { SwitchOnStack } from "../../examples/switch-on/stack";
import { VerificationStack } from "../../examples/verification/stack";
import { WindowsVmStack } from "../../examples/windows-vm/stack";
import { type Model, readModel } from "../../lib/model/model";
import { readStack } from "../../lib/synth/read-stack";
import { prepared } from "../rules/support";
import { newApp } from "../support";

/** Examples that pass the checks, and say nothing of a deployer. */
export const EXAMPLES: readonly (readonly [name: string, make: (app: App) => void])[] = [
  ["adoption", (app) => new AdoptionStack(app, "adoption")],
  ["everything-else", (app) => new EverythingElseStack(app, "everything-else")],
  ["existing-machine", (app) => new ExistingMachineStack(app, "existing-machine")],
  ["github-actions", (app) => new GitHubActionsStack(app, "github-actions")],
  ["key-vault-secret", (app) => new KeyVaultSecretStack(app, "key-vault-secret")],
  ["quickstart", (app) => new QuickstartStack(app, "quickstart")],
  ["scale-sets", (app) => new ScaleSetsStack(app, "scale-sets")],
  ["shared-identity", sharedIdentity],
  ["switch-on", (app) => new SwitchOnStack(app, "switch-on")],
  ["verification", (app) => new VerificationStack(app, "verification")],
  ["windows-vm", (app) => new WindowsVmStack(app, "windows-vm")],
];

/** The model of all stacks of an example. */
export function modelOfExample(make: (app: App) => void): Model {
  const app = newApp();
  make(app);
  return readModel(prepared(app).node.findAll().filter(TerraformStack.isStack).map(readStack));
}

function sharedIdentity(app: App): void {
  const { identity } = new IdentityStack(app, "identity");
  new OrdersStack(app, "orders", { identity });
  new ReportsStack(app, "reports", { identity });
}
