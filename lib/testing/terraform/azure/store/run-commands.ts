/** How a script ends that a run command runs. */
export interface RunCommandOutcome {
  readonly exitCode: number;
  /** @default "" */
  readonly output?: string;
  /** @default "" */
  readonly error?: string;
}

/** Scripts of run commands do not run here: they end as is played. */
export class RunCommands {
  private playing: (id: string) => RunCommandOutcome = () => ({ exitCode: 0 });

  /** Has the run commands that are made from now on end like this; a function is asked when one runs, with its id. */
  public play(outcome: RunCommandOutcome | ((id: string) => RunCommandOutcome)): void {
    this.playing = typeof outcome === "function" ? outcome : () => outcome;
  }

  /** How the one with this id ends. */
  public run(id: string): RunCommandOutcome {
    return this.playing(id);
  }
}
