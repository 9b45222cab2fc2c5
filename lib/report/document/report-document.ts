import type { Status } from "../../prerequisites/evaluate";
import type { EvaluatedFinding } from "../../rules/evaluate";
import type { NodeKind } from "../graph/identity-graph";

/** Changed when a reader of the former version would misread the document. */
export const DOCUMENT_VERSION = 1;

/** What `report --format json` writes, and what the reports for people are made of; `docs/report.md` documents it. */
export interface ReportDocument {
  readonly schemaVersion: typeof DOCUMENT_VERSION;
  /** Version of this library. */
  readonly libraryVersion: string;
  /** What the reader has to know of the input: a report of a synth that is missing, or of other JSON. */
  readonly notices: readonly string[];
  /** Construct paths. */
  readonly stacks: readonly string[];
  readonly identities: readonly ReportIdentity[];
  /** Who may do what where, by principal and construct path. */
  readonly access: readonly ReportAccess[];
  readonly memberships: readonly ReportMembership[];
  /** Resources of which Terraform alone knows the identities, or some of them. */
  readonly unknownHosts: readonly ReportElement[];
  readonly prerequisites: readonly StackPrerequisites[];
  /** Errors first, and what is accepted last. */
  readonly findings: readonly DocumentFinding[];
}

/** A resource or a data source. */
export interface ReportElement {
  /** `vm-orders (orders/vm)`, or the construct path where no name is known. */
  readonly label: string;
  readonly stack: string;
  /** Construct path; the address where the JSON carries none. */
  readonly path: string;
  readonly address: string;
}

export interface ReportIdentity {
  /** `id-orders (orders/identity)`; an id or an expression where that is all there is. */
  readonly label: string;
  /** `system-assigned` is also what Azure makes for a part of a resource, such as the kubelets of a cluster. */
  readonly kind: "user-assigned" | "system-assigned";
  /** Whether a stack makes it, looks it up, or only has its id. */
  readonly origin: "made" | "looked up" | "given by id";
  /** Of what makes it, or looks it up; none where only its id is given. */
  readonly stack?: string | undefined;
  readonly path?: string | undefined;
  readonly address?: string | undefined;
  /** Whether `count` or `for_each` makes any number of it. */
  readonly isRepeated: boolean;
  /** What runs as it; none for one that Azure makes for its host, which its label names. */
  readonly hosts: readonly ReportElement[];
  /** Who gets its tokens without a secret. */
  readonly federatedCredentials: readonly ReportFederatedCredential[];
}

export interface ReportFederatedCredential {
  readonly name: string;
  readonly issuer: string;
  readonly subject: string;
  /** None where Terraform alone knows them. */
  readonly audiences?: readonly string[] | undefined;
  readonly stack: string;
  readonly path: string;
  readonly address: string;
}

export interface ReportAccess {
  /** The label of an identity, or what stands in the JSON: of people, their object id. */
  readonly principal: string;
  readonly principalKind: NodeKind;
  /** Its name; its GUID or its expression where that is not known. */
  readonly role: string;
  /** Of a role that Azure or the JSON gives one. */
  readonly roleId?: string | undefined;
  readonly scope: string;
  /** As an id, in which what Terraform alone knows is in angle brackets. */
  readonly scopeId: string;
  readonly condition?: string | undefined;
  /** Whether `count` or `for_each` makes any number of it. */
  readonly isRepeated: boolean;
  readonly stack: string;
  readonly path: string;
  readonly address: string;
}

export interface ReportMembership {
  readonly member: string;
  readonly group: string;
  readonly stack: string;
  readonly path: string;
  readonly address: string;
}

/** What the one who deploys a stack needs, in brief; the command `prerequisites` says all of it. */
export interface StackPrerequisites {
  readonly stack: string;
  /** The fewest built-in roles that allow all that is asked for. */
  readonly roles: readonly PrerequisiteRole[];
  /** Actions that no built-in role allows without a condition of its own. */
  readonly notAllowed: readonly string[];
  /** Resources of which it is not known what Azure is asked for. */
  readonly notCovered: readonly { readonly address: string; readonly reason: string }[];
  /** What the declared deployer has; `null` where none is declared or known. */
  readonly deployer: DeployerSummary | null;
}

export interface PrerequisiteRole {
  readonly role: string;
  readonly roleId: string;
  readonly scope: string;
  /** Limits what it may assign to what the stack assigns. */
  readonly condition?: string | undefined;
  /** What the roles of the declared deployer say to the actions that ask for this one. */
  readonly status?: Status | undefined;
}

export interface DeployerSummary {
  readonly status: Status;
  readonly roles: readonly { readonly role: string; readonly scope: string }[];
}

/** With the acknowledgement that accepts it, where one does. */
export type DocumentFinding = EvaluatedFinding;
