import type { Need, Phase } from "../azure/operation-rows";
import type { Binding } from "../model/binding";
import type { Entry } from "../model/entry";
import type { Place } from "./place";
import type { Link } from "./scoped-rows";

/** What Terraform works on: a resource, a provider or the backend of a stack. */
export type Subject = Pick<Entry, "stack" | "address" | "path">;

/** One thing that Terraform asks of Azure, whomever and wherever it is about. */
export interface OperationKind {
  readonly phase: Phase;
  /** `Microsoft.Compute/virtualMachines/write`. */
  readonly action: string;
  /** Whether it is done with data of a service, for which roles list data actions. */
  readonly isData: boolean;
  /** As the table has it; a default that the provider does not turn off is `always`. */
  readonly certainty: Exclude<Need, "default">;
  /** Why it is asked for, as the rest of a sentence about the subject: `creates it`. */
  readonly why: string;
  /** Under which condition, where it is one. */
  readonly when?: string | undefined;
  /** Which places of the subject Azure checks it at: `self`, `resourceGroup`, `linked:network_interface_ids`. */
  readonly scope: string;
}

/** One thing that Terraform asks of Azure. */
export interface Operation extends Omit<OperationKind, "scope"> {
  readonly subject: Subject;
  /** Where Azure checks it. */
  readonly place: Place;
  /** The role assignment that is written or deleted. */
  readonly binding?: Binding | undefined;
}

/** What is asked of Azure for all subjects that ask for the same: one object for all of them. */
export interface Asked {
  /** Type of the resources; `provider.azurerm` and `terraform.backend.azurerm` for what those ask for. */
  readonly type: string;
  readonly kinds: readonly OperationKind[];
  /** The scopes of the kinds, each once. */
  readonly scopes: readonly string[];
}

/** A subject with all that is asked of Azure for it. */
export type Requester = PlacedRequester | EntryRequester;

export interface PlacedRequester {
  readonly subject: Subject;
  readonly asked: Asked;
  /** For each scope of what is asked the places that it means. */
  readonly places: readonly (readonly Place[])[];
}

/** An entry of azurerm: there are thousands of them, so its places are worked out when they are asked for. */
export interface EntryRequester {
  readonly subject: Entry;
  readonly asked: Asked;
  /** For each scope of what is asked where its places come from. */
  readonly sources: readonly Source[];
}

/** Where the places of a scope come from: what a link names, or the entry itself. */
export interface Source {
  readonly scope: string;
  readonly link: Link | undefined;
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
