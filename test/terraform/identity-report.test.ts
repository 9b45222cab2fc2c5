import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type App, LocalBackend } from "cdktf";
import { Role, Scope, UserAssignedIdentity } from "cdktf-azure-identity";
import { runTerraform } from "../../lib/testing/terraform/run/run-terraform";
import { StandIn } from "../../lib/testing/terraform/stand-in";
import { writtenReport } from "../report/written-report";
import { GROUP, newApp, newStack, SUBSCRIPTION, temporaryFolder, written } from "../support";

const GROUP_ID = Scope.resourceGroup(SUBSCRIPTION, GROUP.resourceGroupName);

let standIn: StandIn;
beforeEach(() => {
  standIn = new StandIn({ existing: [GROUP_ID] });
});
afterEach(() => standIn.close());

function synthesized(): App {
  const app = newApp();
  const stack = newStack("orders", app);
  new LocalBackend(stack, { path: "terraform.tfstate" });
  const identity = new UserAssignedIdentity(stack, "identity", { ...GROUP, name: "id-orders" });
  identity.assignRole("reads", Role.builtIn("Reader"), GROUP_ID);
  app.synth();
  return app;
}

test("Terraform runs in the folder of a stack as if there were no report in it", async () => {
  const app = synthesized();
  const before = writtenReport(app, "orders");
  await standIn.serve(written(app, "orders"));
  const [aside, plugins] = [temporaryFolder(), join(temporaryFolder(), "plugins")];
  mkdirSync(plugins);
  const configFile = join(aside, "terraform.rc");
  writeFileSync(configFile, "");
  const folder = join(app.outdir, "stacks", "orders");
  const said: string[] = [];
  for (const args of [
    ["init", `-plugin-dir=${plugins}`],
    ["validate", "-json"],
    ["apply", "-auto-approve", "-json"],
    ["plan", "-detailed-exitcode", "-json"],
  ]) {
    const { code, diagnostics, text } = await runTerraform(args, {
      folder,
      configFile,
      reattach: standIn.reattach,
    });
    if (code !== 0) throw new Error(`${args[0]}: ${text} ${JSON.stringify(diagnostics)}`);
    said.push(...diagnostics.map(({ summary }) => summary));
  }
  expect(said).toEqual([]);
  expect(writtenReport(app, "orders")).toEqual(before);
});
