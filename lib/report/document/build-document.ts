import type { DeclaredRole } from "../../model/declared-role";
import type { Model } from "../../model/model";
import { compare } from "../compare";
import { identityGraph } from "../graph/identity-graph";
import { reportAccess, reportMemberships } from "./report-access";
import { DOCUMENT_VERSION, type DocumentFinding, type ReportDocument } from "./report-document";
import { reportIdentities, unknownHosts } from "./report-identities";
import { stackPrerequisites } from "./stack-prerequisites";

/** What a report is made from. */
export interface DocumentSource {
  readonly model: Model;
  readonly libraryVersion: string;
  readonly notices: readonly string[];
  /** Construct paths, with the roles that are declared for the one who deploys. */
  readonly stacks: readonly { readonly path: string; readonly deployer: readonly DeclaredRole[] }[];
  readonly findings: readonly DocumentFinding[];
}

export function buildDocument({
  model,
  libraryVersion,
  notices,
  stacks,
  findings,
}: DocumentSource): ReportDocument {
  const graph = identityGraph(model);
  const sorted = [...stacks].sort((a, b) => compare(a.path, b.path));
  return {
    schemaVersion: DOCUMENT_VERSION,
    libraryVersion,
    notices,
    stacks: sorted.map(({ path }) => path),
    identities: reportIdentities(model, graph),
    access: reportAccess(model, graph),
    memberships: reportMemberships(model, graph),
    unknownHosts: unknownHosts(model),
    prerequisites: sorted.map(({ path, deployer }) => stackPrerequisites(model, path, deployer)),
    findings: [...findings].sort(byWeight),
  };
}

const WEIGHT = { error: 0, warning: 1, information: 2 } as const;
const ACCEPTED = 3;

/** What is accepted comes last; of equal weight the order of the rules stays. */
function byWeight(a: DocumentFinding, b: DocumentFinding): number {
  return weight(a) - weight(b) || compare(a.stack, b.stack);
}

function weight({ level, accepted }: DocumentFinding): number {
  return accepted ? ACCEPTED : WEIGHT[level];
}
