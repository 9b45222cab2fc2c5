import type { Problem } from "../../provider/behaviour";
import type { ObjectValue, Value } from "../../provider/value";
import type { Checks } from "../checks/check";
import type { IdentityKinds } from "../checks/identity";

/** What azurerm and Azure do with one type of resource, where it differs from what they do with all. */
export interface Kind {
  /**
   * Its ARM id, with arguments as `{name}`; each replaces the resource when it changes. `{group}` stands for the
   * provider's subscription and the argument `resource_group_name`.
   */
  readonly id: string;
  /** More paths whose change replaces the resource. */
  readonly replacedBy?: readonly string[];
  /** What azurerm refuses of single values before a plan. */
  readonly checks?: Checks;
  /** What azurerm refuses of values beside each other before a plan. */
  readonly combinations?: (config: ObjectValue) => Problem[];
  /** What azurerm refuses only when it applies. @throws Refusal */
  readonly atApply?: (planned: ObjectValue) => void;
  /** What Azure answers: text with arguments as `{name}`, or the value. */
  readonly computed?: { readonly [path: string]: Value };
  /** Paths of ids of what has to exist. */
  readonly refersTo?: readonly string[];
  /** Names that Azure takes. */
  readonly names?: RegExp;
  /** Names are unique in all of Azure; a second gets this code. */
  readonly takenCode?: string;
  /** While another refers to it, Azure refuses its deletion with this code. */
  readonly inUseCode?: string;
  /** Which identities it can have. */
  readonly identity?: IdentityKinds;
}

export interface Kinds {
  readonly [type: string]: Kind;
}
