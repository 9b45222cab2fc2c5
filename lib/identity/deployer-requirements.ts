import type { DeployerNeeds, Requirements } from "../prerequisites/requirements";

/** What the deployer of some stacks needs, as the command `prerequisites --format json` wrote it into a file. */
export class DeployerRequirements {
  /**
   * Reads a file: what one deployer of all the stacks in it needs.
   *
   * @param file its path, from the folder in which the program runs
   * @throws when it cannot be read, or is no such file; the message lists all that is wrong with it
   */
  public static fromFile(file: string): DeployerRequirements {
    const { readRequirements } =
      require("../prerequisites/read-requirements") as typeof import("../prerequisites/read-requirements");
    const requirements = readRequirements(file);
    return new DeployerRequirements(file, requirements, requirements.deployers[0] as DeployerNeeds);
  }

  /** Paths of the stacks. */
  public readonly stacks: string[];

  /** What scopes leave open, as Terraform alone knows it when it applies the stacks. */
  public readonly placeholders: string[];

  private constructor(
    private readonly file: string,
    private readonly requirements: Requirements,
    /** @internal */
    public readonly _needs: DeployerNeeds,
  ) {
    this.stacks = [..._needs.stacks];
    this.placeholders = [..._needs.placeholders];
  }

  /**
   * What the deployer of one of the stacks needs, when others deploy the rest.
   *
   * @throws when the file has no stack of that path
   */
  public ofStack(path: string): DeployerRequirements {
    const needs = this.requirements.deployers.find(({ stacks }) => stacks.join() === path);
    if (needs) return new DeployerRequirements(this.file, this.requirements, needs);
    throw new Error(
      `${this.file} has no stack "${path}"; allowed are ${this.requirements.deployers[0]?.stacks.join(", ")}; name one of them, or write the file anew`,
    );
  }
}
