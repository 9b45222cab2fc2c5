import type { IConstruct } from "constructs";
import { nearest } from "../azure/nearest";
import type { RuleLevel } from "../rules/finding";
import { checkStackOf, guardAppOf } from "./hook";
import { namingProblem } from "./naming-problem";
import { requireAppOrStack } from "./require-app-or-stack";
import { stacksOf } from "./run";
import { settingsOf } from "./settings";

/** A finding that is accepted, and why. */
export interface AcknowledgeProps {
  /** Id of the rule, as its finding shows it. */
  readonly id: string;

  /** Why the finding is right for you; it stays with the program for the next reader. */
  readonly reason: string;
}

/** What names of one type of resources look like; a prefix or a pattern, and not both. */
export interface NamingProps {
  /**
   * Type of azurerm, such as `azurerm_user_assigned_identity`. One that the bindings do not have is taken too, unless it
   * is nearly one that they have, and the app has no resource of it.
   */
  readonly resourceType: string;

  /**
   * What names begin with.
   *
   * @default - `pattern`
   */
  readonly prefix?: string;

  /**
   * A regular expression of JavaScript, without slashes: `^id-[a-z]+-(?:dev|prod)$`. Without `^` and `$` it may match
   * anywhere in the name.
   *
   * @default - `prefix`
   */
  readonly pattern?: string;
}

/** What the rules do in an app or a stack. */
export class IdentityRules {
  /**
   * Gives raw resources the same levels as constructs of this library: in a stack, or in all stacks of an app.
   *
   * @throws when the construct is neither, but inside a stack
   */
  public static enforce(appOrStack: IConstruct): void {
    requireAppOrStack(appOrStack, "rules are enforced in");
    settingsOf(appOrStack).enforced.push(appOrStack.node.path);
    guardAppOf(appOrStack);
    for (const stack of stacksOf(appOrStack)) checkStackOf(stack);
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
        `[${construct.node.path || "app"}] the acknowledgement of "${id}" has no reason; allowed is any text; say why the finding is right here`,
      );
    }
    settingsOf(construct).acknowledgements.push({ path: construct.node.path, id, reason });
  }

  /**
   * Sets the level of a rule for a construct and everything below it, such as an app or a stack. The setting nearest to
   * a finding wins.
   *
   * @throws when there is no rule of that id, or no such level
   */
  public static severity(construct: IConstruct, id: string, level: RuleLevel): void {
    requireRule(construct, id);
    if (!LEVELS.includes(level)) {
      throw new Error(
        `[${construct.node.path || "app"}] the level of "${id}" is set to "${level}"; allowed are ${LEVELS.join(", ")}; give one of them, or accept findings with acknowledge`,
      );
    }
    settingsOf(construct).levels.push({ path: construct.node.path, id, level });
  }

  /**
   * Asks for names of a type to begin with a prefix or to match a pattern, in an app or a stack that is checked: one
   * with a construct of this library, or with rules enforced. The convention nearest to a construct wins. Names that
   * do not follow it are warnings, unless `severity` says otherwise for `naming-convention`.
   *
   * @throws when there is no type of azurerm, not exactly one of prefix and pattern, or no regular expression, and for a
   * construct inside a stack
   */
  public static naming(appOrStack: IConstruct, props: NamingProps): void {
    requireAppOrStack(appOrStack, "a convention for names in");
    const problem = namingProblem(appOrStack, props);
    if (problem) throw new Error(`[${appOrStack.node.path || "app"}] ${problem}`);
    settingsOf(appOrStack).conventions.push({ path: appOrStack.node.path, ...props });
  }
}

const LEVELS: readonly RuleLevel[] = ["error", "warning", "information"];

function requireRule(construct: IConstruct, id: string): void {
  // Loaded when a rule is named: most programs name none.
  const { RULES } = require("../rules/registry") as typeof import("../rules/registry");
  const ids = RULES.map((rule) => rule.id);
  if (ids.includes(id)) return;
  const [hint] = nearest(id, ids, 1);
  const allowed = hint ? "the ids in docs/rules.md" : ids.join(", ");
  throw new Error(
    `[${construct.node.path || "app"}] there is no rule "${id}"${hint ? `, did you mean "${hint}"?` : ""}; allowed are ${allowed}; take the id from the finding`,
  );
}
