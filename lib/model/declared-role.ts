/**
 * A role that the one who deploys a stack is declared to have, as plain data: in a report on disk, and from a live
 * stack. A text is as the JSON of its stack would have it: an id, or one with `${}` in it.
 */
export interface DeclaredRole {
  readonly role: { readonly guid: string } | { readonly reference: StackText };
  /** The subscriptions of stacks where not given. */
  readonly scope?: StackText;
  /** Construct paths of stacks, for a role at the subscriptions of their providers; the stack itself where not given. */
  readonly subscriptionsOf?: readonly string[];
  readonly limit?: {
    /** GUIDs. */
    readonly roles?: readonly string[];
    readonly principalTypes?: readonly string[];
    readonly principalIds?: readonly StackText[];
  };
}

/** A text of Terraform JSON, with the construct path of the stack in which it means something. */
export interface StackText {
  readonly stack: string;
  readonly text: string;
}
