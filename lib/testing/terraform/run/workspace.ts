import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { temporaryFolder } from "../temporary-folder";
import { type Applied, appliedOf } from "./applied";
import type { Child } from "./child";
import type { Diagnostic } from "./diagnostic";
import { type TerraformJson, withLocalState } from "./json-configuration";
import { type Plan, planOf } from "./plan";
import { type RunOptions, runTerraform, type TerraformRun } from "./run-terraform";
import { type State, stateOf } from "./state";
import { TerraformError } from "./terraform-error";
import { refuseDownloads } from "./unserved-providers";

export interface WorkspaceOptions extends Pick<RunOptions, "binary"> {
  /**
   * Gives providers that are running already, as in `TF_REATTACH_PROVIDERS`; asked before each command.
   *
   * @default - none
   */
  readonly reattach?: () => string;

  /**
   * Whether `init` installs providers and modules, as the Terraform configuration of the user says.
   *
   * @default false - nothing is downloaded, and what would have to be is an error
   */
  readonly installs?: boolean;

  /**
   * Values of the variables of the configuration.
   *
   * @default - their defaults
   */
  readonly variables?: { readonly [name: string]: unknown };

  /**
   * What to add to the message of a failure: what the provider was asked for.
   *
   * @default - nothing
   */
  readonly log?: () => string;
}

export interface CommandOptions extends Pick<RunOptions, "interrupt"> {
  /**
   * Further arguments, such as `-destroy` or `-target=address`.
   *
   * @default - none
   */
  readonly args?: readonly string[];
}

const PLAN_FILE = "planned";

/**
 * A folder in which Terraform runs on one stack, with a state of its own: a backend of the configuration is left out.
 * Nothing is downloaded unless that is asked for. Commands that are asked for at once run one after the other.
 *
 * All methods throw a `TerraformError` where Terraform fails.
 */
export class Workspace {
  readonly folder: string;
  private readonly temporary = temporaryFolder();
  private readonly running = new Set<Child>();
  private turn: Promise<unknown> = Promise.resolve();
  private closed = false;

  /** The configuration is that which cdktf writes as `cdk.tf.json`. */
  constructor(
    private configuration: TerraformJson,
    private readonly options: WorkspaceOptions = {},
  ) {
    this.folder = join(this.temporary.path, "stack");
    mkdirSync(this.folder);
    writeFileSync(this.configFile, "");
    if (options.variables) this.writeJson("terraform.tfvars.json", options.variables);
    this.writeJson("cdk.tf.json", withLocalState(configuration));
  }

  /** Changes the configuration; the state stays. */
  write(configuration: TerraformJson): Promise<void> {
    return this.next(async () => {
      this.configuration = configuration;
      this.writeJson("cdk.tf.json", withLocalState(configuration));
    });
  }

  /** Installs modules, from folders only. Without modules the other commands need no `init`. Gives the warnings. */
  init(options: CommandOptions = {}): Promise<readonly Diagnostic[]> {
    return this.next(async () => {
      const { diagnostics } = await this.run(["init", "-json", ...this.pluginFlags()], options);
      return diagnostics;
    });
  }

  /** Gives the warnings. */
  validate(options: CommandOptions = {}): Promise<readonly Diagnostic[]> {
    return this.next(async () => (await this.run(["validate", "-json"], options)).diagnostics);
  }

  plan(options: CommandOptions = {}): Promise<Plan> {
    return this.next(async () => {
      rmSync(join(this.folder, PLAN_FILE), { force: true });
      const flags = ["-json", "-detailed-exitcode", `-out=${PLAN_FILE}`];
      const { code, diagnostics } = await this.run(["plan", ...flags], options, [0, 2]);
      const { stdout } = await this.run(["show", "-json", PLAN_FILE]);
      return planOf(stdout, code === 0, diagnostics);
    });
  }

  apply(options: CommandOptions = {}): Promise<Applied> {
    return this.change("apply", options);
  }

  destroy(options: CommandOptions = {}): Promise<Applied> {
    return this.change("destroy", options);
  }

  state(): Promise<State> {
    return this.next(async () => stateOf((await this.run(["show", "-json"])).stdout));
  }

  /** Ends what is running and removes the folder; again it does nothing. */
  async close(): Promise<void> {
    this.closed = true;
    for (const child of this.running) child.kill("SIGKILL");
    await this.turn.catch(() => {});
    this.temporary.remove();
  }

  private change(command: "apply" | "destroy", options: CommandOptions): Promise<Applied> {
    return this.next(async () => {
      const { messages, diagnostics } = await this.run([command, "-json", "-auto-approve"], options);
      return appliedOf(messages, diagnostics);
    });
  }

  private async run(
    [command, ...flags]: readonly string[],
    { interrupt, args = [] }: CommandOptions = {},
    successes: readonly number[] = [0],
  ): Promise<TerraformRun> {
    const { binary, installs, log } = this.options;
    const reattach = this.options.reattach?.();
    if (!installs) refuseDownloads(this.configuration, reattach);
    let child: Child | undefined;
    try {
      const run = await runTerraform([command, "-no-color", ...flags, ...args], {
        folder: this.folder,
        ...(installs ? {} : { configFile: this.configFile }),
        binary,
        reattach,
        interrupt,
        onStart: (started) => {
          child = started;
          this.running.add(started);
        },
      });
      if (run.code === null || !successes.includes(run.code)) throw new TerraformError(run, log?.());
      return run;
    } finally {
      if (child) this.running.delete(child);
    }
  }

  /** The work when all that was asked for before is done, whether that failed or not. */
  private next<T>(work: () => Promise<T>): Promise<T> {
    const done = this.turn
      .catch(() => {})
      .then(() => {
        if (this.closed) throw new Error("the workspace is closed; make another for more commands");
        return work();
      });
    this.turn = done;
    return done;
  }

  /** Where Terraform looks for providers; as it is empty, it asks no registry for what a module needs. */
  private pluginFlags(): string[] {
    if (this.options.installs) return [];
    const nowhere = join(this.temporary.path, "plugins");
    mkdirSync(nowhere, { recursive: true });
    return [`-plugin-dir=${nowhere}`];
  }

  private get configFile(): string {
    return join(this.temporary.path, "terraform.rc");
  }

  private writeJson(name: string, content: object): void {
    // Terraform shows the line of a problem, so that each value should have its own.
    writeFileSync(join(this.folder, name), JSON.stringify(content, null, 2));
  }
}
