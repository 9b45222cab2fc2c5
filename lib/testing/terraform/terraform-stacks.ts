import { join } from "node:path";
import type { Azure } from "./azure";
import { backendOf, type StandInState, withLinkedStates } from "./linked-states";
import { type SynthesizableApp, type WrittenStack, writtenStacks } from "./output";
import { type ProviderMode, providerMode } from "./provider-mode";
import type { TerraformJson } from "./run/json-configuration";
import { Workspace } from "./run/workspace";
import { StackRun } from "./stack-run";
import { StandIn, type StandInOptions } from "./stand-in";
import { variablesOf } from "./variables";

export interface TerraformStacksOptions extends StandInOptions {
  /**
   * Values of variables, by name; each stack gets those that it declares.
   *
   * @default - their defaults
   */
  readonly variables?: { readonly [name: string]: unknown };

  /**
   * Name or path of the program.
   *
   * @default - `terraform`, or `tofu` where that is not on the PATH
   */
  readonly binary?: string;

  /**
   * `real` runs on what a plain `terraform init` installs, with what `ARM_*` and the user's Terraform configuration
   * say. What is told of Azure beforehand, as `existing`, then has to be there.
   *
   * @default - what the environment variable CDKTF_AZURE_IDENTITY_PROVIDER says; else `stand-in`
   */
  readonly provider?: ProviderMode;
}

/**
 * The stacks of an app, run by real Terraform on one Azure that stands in for the real one: no account, no network,
 * nothing that stays. Close it in the end.
 */
export class TerraformStacks {
  /**
   * Synthesizes an app, or takes the output folder of `cdktf synth`, and makes each stack ready to be run.
   *
   * @throws where it is given neither, the synth fails, a type has no bindings, a variable has no value, or nothing stands in
   * for a provider
   */
  public static async open(
    appOrFolder: SynthesizableApp | string,
    options: TerraformStacksOptions = {},
  ): Promise<TerraformStacks> {
    const written = writtenStacks(appOrFolder);
    const variables = variablesOf(written, options.variables ?? {});
    const mode = options.provider ?? providerMode();
    const standIn = new StandIn(options);
    if (mode === "stand-in") await standIn.serve(...written.map(({ json }) => json));
    return new TerraformStacks(mode, standIn, written, variables, options);
  }

  private readonly runs = new Map<string, StackRun>();
  private readonly workspaces: Workspace[] = [];

  private constructor(
    public readonly mode: ProviderMode,
    private readonly standIn: StandIn,
    written: readonly WrittenStack[],
    variables: ReadonlyMap<string, { readonly [name: string]: unknown }>,
    options: TerraformStacksOptions,
  ) {
    const states: StandInState[] = [];
    for (const { name, json } of written) {
      const linked = (changed: TerraformJson) => withLinkedStates(changed, states);
      const common = { binary: options.binary, variables: variables.get(name) ?? {} };
      const workspace = new Workspace(
        linked(json),
        mode === "real"
          ? { ...common, installs: true }
          : { ...common, reattach: () => standIn.reattach, log: () => standIn.log() },
      );
      this.workspaces.push(workspace);
      const backend = backendOf(json);
      if (backend) states.push({ backend, path: join(workspace.folder, "terraform.tfstate") });
      const prepare = async (changed: TerraformJson) => {
        if (mode === "stand-in") await standIn.serve(changed);
        return linked(changed);
      };
      this.runs.set(name, new StackRun({ name, json, workspace, prepare }));
    }
  }

  /** All of them, each after those that it depends on. */
  public get all(): readonly StackRun[] {
    return [...this.runs.values()];
  }

  /** What exists, for assertions and for drift. With the real provider it is empty. */
  public get azure(): Azure {
    return this.standIn.azure;
  }

  /** @throws when no stack has this name */
  public get(name: string): StackRun {
    const run = this.runs.get(name);
    if (run) return run;
    throw new Error(
      `there is no stack "${name}"; allowed are ${[...this.runs.keys()].join(", ")}; give one of them`,
    );
  }

  /** Ends what is running and removes all folders; again it does nothing. */
  public async close(): Promise<void> {
    await Promise.all(this.workspaces.map((workspace) => workspace.close()));
    await this.standIn.close();
  }
}
