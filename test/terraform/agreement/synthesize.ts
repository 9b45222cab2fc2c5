import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { AzurermProvider } from "@cdktf/provider-azurerm/lib/provider";
import { App, TerraformStack } from "cdktf";
import { type Finding, Findings, UserAssignedIdentity } from "cdktf-azure-identity";
import { exported, PLACE, SUBSCRIPTION } from "./parts";
import type { Build } from "./small-stack";

export interface Synthesized {
  /** The output folder of cdktf. */
  readonly folder: string;
  readonly findings: readonly Finding[];
  /** Whether `app.synth()` of the same program fails. */
  readonly isRefused: boolean;
}

/** Runs some work on what a program writes, whatever the rules say of it, and leaves nothing behind. */
export async function withSynthesized<T>(
  builds: readonly Build[],
  work: (synthesized: Synthesized[]) => Promise<T>,
): Promise<T> {
  const parent = mkdtempSync(join(tmpdir(), "agreement-"));
  try {
    return await work(builds.map((build, index) => synthesize(build, join(parent, `${index}`))));
  } finally {
    rmSync(parent, { recursive: true, force: true });
  }
}

function synthesize(build: Build, folder: string): Synthesized {
  const app = program(build, { outdir: folder, skipValidation: true });
  app.synth();
  return {
    folder,
    findings: Findings.of(app),
    isRefused: isRefused(program(build, { outdir: `${folder}-checked` })),
  };
}

function program(build: Build, options: { readonly outdir: string; readonly skipValidation?: boolean }): App {
  const app = new App({ ...options, stackTraces: false });
  const stack = new TerraformStack(app, "small");
  new AzurermProvider(stack, "azurerm", { features: [{}], subscriptionId: SUBSCRIPTION });
  const ours = exported(new UserAssignedIdentity(stack, "ours", { ...PLACE, name: "id-ours" }));
  build(stack, ours);
  return app;
}

function isRefused(app: App): boolean {
  try {
    app.synth();
    return false;
  } catch {
    return true;
  }
}
