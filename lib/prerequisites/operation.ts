import type { Need, Phase } from "../azure/operation-rows";
import type { Binding } from "../model/binding";
import type { Entry } from "../model/entry";
import type { Place } from "./place";

/** What Terraform works on: a resource, a provider or the backend of a stack. */
export type Subject = Pick<Entry, "stack" | "address" | "path">;

/** One thing that Terraform asks of Azure. */
export interface Operation {
  readonly subject: Subject;
  readonly phase: Phase;
  /** `Microsoft.Compute/virtualMachines/write`. */
  readonly action: string;
  /** Whether it is done with data of a service, for which roles list data actions. */
  readonly isData: boolean;
  /** Where Azure checks it. */
  readonly place: Place;
  /** As the table has it; a default that the provider does not turn off is `always`. */
  readonly certainty: Exclude<Need, "default">;
  /** Why it is asked for, as the rest of a sentence about the subject: `creates it`. */
  readonly why: string;
  /** Under which condition, where it is one. */
  readonly when?: string | undefined;
  /** The role assignment that is written or deleted. */
  readonly binding?: Binding | undefined;
}

/** A resource of which it is not known what Azure is asked for. */
export interface NotCovered {
  readonly subject: Subject;
  readonly reason: string;
}

/** All that stacks ask of Azure. */
export interface Needs {
  readonly operations: readonly Operation[];
  readonly notCovered: readonly NotCovered[];
}
