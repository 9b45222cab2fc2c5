import type { Applied } from "./run/applied";
import type { Diagnostic } from "./run/diagnostic";
import type { TerraformJson } from "./run/json-configuration";
import type { Plan } from "./run/plan";
import type { State } from "./run/state";
import type { CommandOptions, Workspace } from "./run/workspace";

/** What a stack runs on. */
export interface StackRunProps {
  readonly name: string;
  /** As cdktf wrote it. */
  readonly json: TerraformJson;
  readonly workspace: Workspace;
  /** Called with what the configuration is going to be; gives what Terraform is to see of it. */
  readonly prepare: (json: TerraformJson) => Promise<TerraformJson>;
}

/** One stack of an app in a folder and with a state of its own. All commands throw a `TerraformError` where they fail. */
export class StackRun {
  public readonly name: string;
  private current: TerraformJson;

  public constructor(private readonly props: StackRunProps) {
    this.name = props.name;
    this.current = props.json;
  }

  /** The configuration as it is now. */
  public get json(): TerraformJson {
    return this.current;
  }

  /** Changes the configuration as a new synth would; what was applied stays. */
  public async change(edit: (json: TerraformJson) => TerraformJson): Promise<void> {
    const json = edit(JSON.parse(JSON.stringify(this.current)));
    await this.props.workspace.write(await this.props.prepare(json));
    this.current = json;
  }

  public init(options?: CommandOptions): Promise<readonly Diagnostic[]> {
    return this.props.workspace.init(options);
  }

  /** Gives the warnings. */
  public validate(options?: CommandOptions): Promise<readonly Diagnostic[]> {
    return this.props.workspace.validate(options);
  }

  public plan(options?: CommandOptions): Promise<Plan> {
    return this.props.workspace.plan(options);
  }

  public apply(options?: CommandOptions): Promise<Applied> {
    return this.props.workspace.apply(options);
  }

  public destroy(options?: CommandOptions): Promise<Applied> {
    return this.props.workspace.destroy(options);
  }

  public state(): Promise<State> {
    return this.props.workspace.state();
  }
}
