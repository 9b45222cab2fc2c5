import type { BlockSchema } from "../schema/schema";
import type { ObjectValue, Value } from "./value";

/** What Terraform shows to the user. */
export interface Problem {
  /** @default "error" */
  readonly severity?: "error" | "warning";
  /** The line after `Error:`. */
  readonly summary: string;
  /** @default - the summary alone */
  readonly detail?: string;
  /** Where: names of attributes and blocks, and indexes. @default - the whole resource */
  readonly attribute?: readonly (string | number)[];
}

/** Thrown by a behaviour for what the service refuses. */
export class Refusal extends Error {
  constructor(
    public readonly summary: string,
    public readonly detail?: string,
  ) {
    super(summary);
  }
}

/** Thrown by `create` where the service made the resource and something failed then: Terraform makes it anew. */
export class Failure extends Refusal {
  constructor(
    summary: string,
    /** What was made. */
    public readonly state: ObjectValue,
  ) {
    super(summary);
  }
}

/** How a provider acts on one type of resource. Only `create` has to be given; the server does what is common. */
export interface ResourceBehaviour {
  /** What the provider refuses to validate; values may be unknown. Asked again in the plan, with more known. */
  validate?(config: ObjectValue): Problem[];

  /** Paths, as `name` or `os_disk.name`, whose change replaces the resource. A block stands for all in it. */
  readonly replacedBy?: readonly string[];

  /** The provider's change of what is planned: defaults, what a change makes unknown; paths that replace this once. */
  plan?(change: PlannedChange): {
    planned?: ObjectValue;
    replacedBy?: readonly string[];
    problems?: Problem[];
    /** Whether it has blocks that the config does not have, as with providers on the older plugin SDK. */
    hasComputedBlocks?: boolean;
  };

  /** The new state. Unknown values that are left are an error of the behaviour. @throws Refusal */
  create(planned: ObjectValue, request: Request): ObjectValue;

  /** @default - a refusal: the resource has no update. @throws Refusal */
  update?(planned: ObjectValue, prior: ObjectValue, request: Request): ObjectValue;

  /** @default - nothing to do. @throws Refusal */
  delete?(prior: ObjectValue, request: Request): void;

  /** The state as the service has it, or null where it is gone. @default - the state as it is */
  read?(state: ObjectValue, request: Request): ObjectValue | null;

  /** The state of what has this id, as far as `read` needs it. @default - `{ id }` */
  import?(id: string, request: Request): ObjectValue;

  /**
   * Whether computed attributes inside a block that an update adds stay null in its plan, as with providers on the
   * older plugin SDK.
   *
   * @default false
   */
  readonly leavesNestedComputedNull?: boolean;
}

export interface PlannedChange {
  /** Null for a new resource. */
  readonly prior: ObjectValue | null;
  /** What the server planned: given and prior values, and unknown for what is computed in a new resource. */
  readonly planned: ObjectValue;
  readonly config: ObjectValue;
}

/** What a behaviour knows beside its arguments. */
export interface Request {
  /** The type as Terraform writes it: `azurerm_subnet`. */
  readonly type: string;
  /** What the provider was configured with last. */
  readonly provider: ObjectValue;
  /** The shape of the type. @default - unknown: what is computed and has no rule becomes text */
  readonly schema?: BlockSchema;
}

export interface DataSourceBehaviour {
  validate?(config: ObjectValue): Problem[];
  /** The whole state, with what the config gave. @throws Refusal */
  read(config: ObjectValue, request: Request): ObjectValue;
}

/** How a provider acts: data and functions, without a word of the protocol. */
export interface ProviderBehaviour {
  /** What the provider refuses of its own configuration. */
  configure?(config: ObjectValue): Problem[];
  resource(type: string): ResourceBehaviour;
  dataSource(type: string): DataSourceBehaviour;
}

export type { ObjectValue, Value };
