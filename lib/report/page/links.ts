import { groupBy } from "../../model/group-by";
import type { DocumentFinding, ReportDocument } from "../document/report-document";
import type { IdentityGraph } from "../graph/identity-graph";
import { accessAnchor, findingAnchor, identityAnchor, pictureAnchor, stackAnchor } from "./anchors";

/** An element of a stack. */
type Located = Pick<DocumentFinding, "stack" | "path" | "address">;

/** Which parts of the page tell of the same. */
export interface Links {
  /** The id of the row that tells of an element; `undefined` for what no table lists. */
  readonly rowOf: (located: Pick<Located, "stack" | "path">) => string | undefined;
  /** The id of what the one who deploys a stack needs. */
  readonly needsOf: (stack: string) => string | undefined;
  /** The id of the edge that an element makes. */
  readonly edgeOf: (located: Pick<Located, "stack" | "address">) => string | undefined;
  /** Ids of the findings at an element. */
  readonly findingsAt: (located: Pick<Located, "stack" | "path">) => readonly string[];
}

export function linksOf({ nodes, edges }: IdentityGraph, { findings, prerequisites }: ReportDocument): Links {
  const edgeIds = new Map(
    edges.filter(({ kind }) => kind !== "has").map(({ stack, address, id }) => [`${stack} ${address}`, id]),
  );
  const rows = new Map([
    ...edges.flatMap(({ kind, stack, path, id }) =>
      kind === "role" || kind === "member" ? [[`${stack} ${path}`, accessAnchor(id)] as const] : [],
    ),
    ...nodes.flatMap(({ kind, stack, path, id }) =>
      kind === "scope"
        ? []
        : [[`${stack} ${path}`, kind === "host" ? pictureAnchor(id) : identityAnchor(id)] as const],
    ),
  ]);
  const findingIds = groupBy(
    findings.map(({ stack, path }, at) => ({ key: `${stack} ${path}`, id: findingAnchor(at) })),
    ({ key }) => key,
  );
  const stacks = new Map(prerequisites.map(({ stack }, at) => [stack, stackAnchor(at)]));
  return {
    rowOf: ({ stack, path }) => rows.get(`${stack} ${path}`),
    needsOf: (stack) => stacks.get(stack),
    edgeOf: ({ stack, address }) => edgeIds.get(`${stack} ${address}`),
    findingsAt: ({ stack, path }) => (findingIds.get(`${stack} ${path}`) ?? []).map(({ id }) => id),
  };
}
