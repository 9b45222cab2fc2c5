import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { AzurermProvider } from "@cdktf/provider-azurerm/lib/provider";
import { App, TerraformOutput, TerraformStack, Testing } from "cdktf";
import { type Finding, Findings } from "cdktf-azure-identity";
import type { Construct } from "constructs";

export const SUBSCRIPTION = "11111111-2222-3333-4444-555555555555";
export const GUID = "aaaaaaaa-bbbb-cccc-dddd-eeeeeeeeeeee";
export const GROUP = { resourceGroupName: "rg-orders", location: "westeurope" };
export const SSH_KEY = "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIAbcdefghijklmnopqrstuvwxyz0123456789ABCDEFG";

const folders: string[] = [];
afterAll(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

/** A folder that is removed after the tests of the file. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "cdktf-azure-identity-"));
  folders.push(folder);
  return folder;
}

/** A real app with an output folder of its own. */
export function newApp(): App {
  return Testing.stubVersion(new App({ outdir: temporaryFolder(), stackTraces: false }));
}

/** A stack with an azurerm provider, in an app of its own unless one is given. */
export function newStack(id = "test", app = newApp()): TerraformStack {
  const stack = new TerraformStack(app, id);
  new AzurermProvider(stack, "azurerm", { features: [{}], subscriptionId: SUBSCRIPTION });
  return stack;
}

/** Exports the id of an identity, as one that nothing in its app uses is a finding of its own; returns it. */
export function exported<T extends Construct & { readonly id: string }>(identity: T): T {
  new TerraformOutput(TerraformStack.of(identity), `${identity.node.id}-id`, { value: identity.id });
  return identity;
}

/** What the rules say of stacks as they are now: of all stacks of an app, or of one alone. */
export function findings(target: App | TerraformStack): Finding[] {
  return Findings.of(target);
}

/** The final JSON of a stack, without the comments of cdktf. */
// biome-ignore lint/suspicious/noExplicitAny: tests look into JSON freely
export function synthesized(stack: TerraformStack): any {
  return JSON.parse(Testing.synth(stack));
}

/** The JSON that `app.synth()` writes for a stack. */
// biome-ignore lint/suspicious/noExplicitAny: tests look into JSON freely
export function written(app: App, stack: string): any {
  return JSON.parse(readFileSync(join(app.outdir, "stacks", stack, "cdk.tf.json"), "utf8"));
}
