import { Failure } from "../failure";

/** Gathers what is wrong with several files, to say it at once. */
export class Problems {
  private readonly lines: string[] = [];

  public add(problem: string): void {
    this.lines.push(problem);
  }

  /** Does work on one file; what that cannot do is kept for the end. */
  public during<T>(work: () => T): T | undefined {
    try {
      return work();
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
      this.add(error.message);
      return undefined;
    }
  }

  /** @throws Failure with a line for each problem, when there is one */
  public throwAny(): void {
    if (this.lines.length > 0) throw new Failure(this.lines.join("\n"));
  }
}
