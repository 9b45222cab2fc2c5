import { TerraformStack } from "cdktf";
import type { IConstruct } from "constructs";
import { nearest } from "../azure/nearest";
import type { RuleLevel } from "../rules/finding";
import { RULES } from "../rules/registry";
import { checkStackOf } from "./hook";
import { settingsOf } from "./settings";

/** A finding that is accepted, and why. */
export interface AcknowledgeProps {
  /** Id of the rule, as its finding shows it. */
  readonly id: string;

  /** Why the finding is right for you; it stays with the program for the next reader. */
  readonly reason: string;
}

/** What the rules do in an app or a stack. */
export class IdentityRules {
  /**
   * Gives raw resources the same levels as constructs of this library: in one stack, or in the app with all stacks
   * that it has by then.
   *
   * @throws when an app has no stack yet
   */
  public static enforce(appOrStack: IConstruct): void {
    const stacks = TerraformStack.isStack(appOrStack)
      ? [appOrStack]
      : appOrStack.node.findAll().filter(TerraformStack.isStack);
    if (stacks.length === 0) {
      throw new Error(
        `[${appOrStack.node.path || "app"}] there is no stack to enforce rules in; allowed is a stack, or an app that has stacks; call IdentityRules.enforce after the stacks are made`,
      );
    }
    for (const stack of stacks) checkStackOf(stack);
    settingsOf(appOrStack).enforced.push(appOrStack.node.path);
  }

  /**
   * Accepts findings of a rule on a construct and on everything below it.
   *
   * @throws when there is no rule of that id, or no reason
   */
  public static acknowledge(construct: IConstruct, props: AcknowledgeProps): void {
    const { id, reason } = props;
    requireRule(construct, id);
    if (reason.trim() === "") {
      throw new Error(
        `[${construct.node.path}] the acknowledgement of "${id}" has no reason; allowed is any text; say why the finding is right here`,
      );
    }
    settingsOf(construct).acknowledgements.push({ path: construct.node.path, id, reason });
  }

  /**
   * Sets the level of a rule in an app or a stack. The setting nearest to a construct wins.
   *
   * @throws when there is no rule of that id
   */
  public static severity(appOrStack: IConstruct, id: string, level: RuleLevel): void {
    requireRule(appOrStack, id);
    settingsOf(appOrStack).levels.push({ path: appOrStack.node.path, id, level });
  }
}

function requireRule(construct: IConstruct, id: string): void {
  const ids = RULES.map((rule) => rule.id);
  if (ids.includes(id)) return;
  const [hint] = nearest(id, ids, 1);
  throw new Error(
    `[${construct.node.path || "app"}] there is no rule "${id}"; allowed are ${ids.join(", ")}${hint ? `; did you mean "${hint}"?` : "; take the id from the finding"}`,
  );
}
