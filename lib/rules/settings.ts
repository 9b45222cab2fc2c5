import type { RuleLevel } from "./finding";
import type { Culprit } from "./rule";

/** A finding that the user accepts, on a construct and below. */
export interface Acknowledgement {
  /** Construct path. */
  readonly path: string;
  readonly id: string;
  readonly reason: string;
}

/** The level that the user gives a rule in an app or a stack. */
export interface LevelSetting {
  /** Construct path; empty for the app. */
  readonly path: string;
  readonly id: string;
  readonly level: RuleLevel;
}

/** What the user asks of names of one azurerm type in an app or a stack: a prefix or a pattern. */
export interface NamingConvention {
  /** Construct path; empty for the app. */
  readonly path: string;
  readonly resourceType: string;
  readonly prefix?: string;
  /** Source of a regular expression. */
  readonly pattern?: string;
}

/** What the declared deployer of a stack may not do, or may under a condition, for a resource or in the stack. */
export interface PermissionGap {
  readonly entry: Culprit;
  readonly status: "missing" | "conditional" | "not covered";
  readonly message: string;
}

/** Everything that decides what becomes of a violation. */
export interface RuleSettings {
  readonly acknowledgements: readonly Acknowledgement[];
  readonly levels: readonly LevelSetting[];
  readonly conventions: readonly NamingConvention[];
  /** None where no deployer is declared. */
  readonly permissionGaps: readonly PermissionGap[];
  /** Construct paths of stacks, or empty for the app, in which raw resources get each rule's full level. */
  readonly enforced: readonly string[];
  /** Construct paths of the stacks whose findings count. */
  readonly checked: readonly string[];
  /** Whether these are all stacks of the app, so that what is used nowhere is known to be unused. */
  readonly isWholeApp: boolean;
}

/** Of settings that all cover a construct, the one that was made nearest to it, and of equally near ones the last. */
export function nearest<T extends { readonly path: string }>(settings: readonly T[]): T | undefined {
  return [...settings].reverse().sort((a, b) => b.path.length - a.path.length)[0];
}

/** Whether a construct is the one at `path` or below it; the empty path is the app. */
export function isWithin(construct: string, path: string): boolean {
  return path === "" || construct === path || construct.startsWith(`${path}/`);
}
