import type { Place } from "./place";
import { replacePlaceholders } from "./placeholder";

/** Writes places as ids for the one who deploys some stacks, and keeps what they leave open. */
export class ScopeTexts {
  private readonly names = new Set<string>();

  public constructor(private readonly stacks: readonly string[]) {}

  /** The place as an id; what Terraform alone knows is in angle brackets, with its stack where there may be others. */
  public of(place: Place): string {
    return replacePlaceholders(`/${place.join("/")}`, (name, stack) => {
      const isOnly = stack === "" || (this.stacks.length === 1 && stack === this.stacks[0]);
      const text = isOnly ? name : `${name} of ${stack}`;
      this.names.add(text);
      return `<${text}>`;
    });
  }

  public get placeholders(): readonly string[] {
    return [...this.names].sort();
  }
}
